using System.Globalization;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Audit;

/// <summary>The answers of a published log as texts, so that a digit of them can be changed.</summary>
internal sealed class PrintedLog
{
    private const string Results = "m-results-[";

    private readonly List<(string File, string[] Values)> _answers = [];

    public PrintedLog(string log)
    {
        string file = "";
        foreach (string line in File.ReadLines(Official.Published(Path.Combine("logs", log))))
        {
            if (line.Contains("Command \"bload", StringComparison.Ordinal))
                file = line[(line.LastIndexOf('/') + 1)..].TrimEnd('"');
            int at = line.IndexOf(Results, StringComparison.Ordinal);
            if (at >= 0)
                _answers.Add((file, line[(at + Results.Length)..].TrimEnd(']').Split(',')));
        }
    }

    /// <summary>The answers in the log's order.</summary>
    public List<PrintedSample> Samples => [.. _answers.Select(answer => new PrintedSample(answer.File, [.. answer.Values.Select(Parse)]))];

    /// <summary>The answers after one digit of one value was replaced by another digit.</summary>
    public List<PrintedSample> WithOneDigitChanged(Random random)
    {
        List<PrintedSample> samples = Samples;
        int sample = random.Next(samples.Count), element = random.Next(_answers[sample].Values.Length);
        char[] digits = _answers[sample].Values[element].ToCharArray();
        int[] places = [.. Enumerable.Range(0, digits.Length).Where(place => char.IsAsciiDigit(digits[place]))];
        int changed = places[random.Next(places.Length)];
        digits[changed] = (char)('0' + ((digits[changed] - '0' + random.Next(1, 10)) % 10));
        double[] values = [.. samples[sample].Values];
        values[element] = Parse(new string(digits));
        samples[sample] = samples[sample] with { Values = values };
        return samples;
    }

    private static double Parse(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
