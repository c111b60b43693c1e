using System.Globalization;
using System.Text.Json;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The events of the EEMBC runner: a JSON list of seconds since the start of the trace.</summary>
internal static class EembcTimestamps
{
    // A day: no run lasts longer, and a position then fits any integer.
    private const double LatestSecond = 86400;

    /// <summary>The seconds, in order.</summary>
    /// <exception cref="TraceException">It is no list of numbers, or time goes back in it.</exception>
    public static async Task<IReadOnlyList<double>> ReadAsync(TraceInput input, CancellationToken cancellationToken)
    {
        try
        {
            await using Stream stream = input.Open();
            using JsonDocument document = await JsonDocument.ParseAsync(stream, default, cancellationToken).ConfigureAwait(false);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw new TraceException($"{input.Name}, $", $"is {document.RootElement.ValueKind}; expected a list of seconds");
            var seconds = new List<double>();
            foreach (JsonElement item in document.RootElement.EnumerateArray())
                seconds.Add(Second(input.Name, item, seconds));
            return seconds;
        }
        catch (JsonException fault)
        {
            throw new TraceException(string.Create(CultureInfo.InvariantCulture, $"{input.Name}, line {fault.LineNumber + 1}"), "is no JSON; expected a list of seconds", fault);
        }
    }

    private static double Second(string name, JsonElement item, List<double> before)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"{name}, $[{before.Count}]");
        if (item.ValueKind != JsonValueKind.Number || !item.TryGetDouble(out double second) || !(second is >= 0 and <= LatestSecond))
            throw new TraceException(where, $"is {item.GetRawText()}; expected seconds from 0 to {LatestSecond}");
        if (before.Count > 0 && second < before[^1])
            throw new TraceException(where, string.Create(CultureInfo.InvariantCulture, $"is {second} s after {before[^1]} s; expected time to go on"));
        return second;
    }
}
