using System.Globalization;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Analysis;

/// <summary>The answers in an accuracy log of EEMBC's runner, with the classes of the official list.</summary>
internal sealed record PublishedAccuracyLog(List<double[]> Scores, int[] Classes, List<double> Seconds)
{
    public static PublishedAccuracyLog Read(string path, string task)
    {
        Dictionary<string, int> classes = File.ReadLines(Official.Dataset($"{task}/y_labels.csv"))
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var scores = new List<double[]>();
        var order = new List<int>();
        var seconds = new List<double>();
        string file = "";
        long lap = 0;
        foreach (string line in File.ReadLines(Official.Published(path)))
        {
            if (After(line, "Command \"bload dut") is { } command)
                file = command[(command.LastIndexOfAny(['/', '\\']) + 1)..].TrimEnd('"');
            if (After(line, "m-lap-us-") is { } text)
            {
                long next = long.Parse(text, CultureInfo.InvariantCulture);
                seconds.Add((next - lap) / 1e6);
                lap = next;
            }

            if (After(line, "m-results-[") is { } vector)
            {
                scores.Add([.. vector.TrimEnd(']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => double.Parse(value, CultureInfo.InvariantCulture))]);
                order.Add(classes[file]);
            }
        }

        // The first lap answers a command of its own; then two to a sample, of which the second closes the window.
        return new PublishedAccuracyLog(scores, [.. order], [.. seconds.Skip(2).Where((_, index) => index % 2 == 0)]);
    }

    private static string? After(string line, string mark)
    {
        int start = line.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? null : line[(start + mark.Length)..].TrimEnd();
    }
}
