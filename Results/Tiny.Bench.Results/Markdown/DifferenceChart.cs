using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

/// <summary>How far systems are from the reference, in bits and not in accuracy: a bar a task and system.</summary>
internal static class DifferenceChart
{
    private const int MostBars = 40;

    /// <summary>The chart; null when no record was compared with the reference over two inputs or more.</summary>
    public static BarChart? Of(IReadOnlyList<StoredRecord> records)
    {
        ChartBar[] bars =
        [
            .. records.Where(stored => stored.Record is { Comparison: not null, Quality.Samples: > 1 })
                .OrderBy(stored => stored.Record.Task, StringComparer.Ordinal)
                .ThenBy(stored => SystemIdentity.Of(stored.Record).Name, StringComparer.Ordinal)
                .ThenBy(stored => stored.Name, StringComparer.Ordinal)
                .Take(MostBars)
                .Select(stored => new ChartBar(
                    $"{stored.Record.Task}, {SystemIdentity.Of(stored.Record).Name}", Percent(stored.Record), stored.Record.Dialect)),
        ];
        if (bars.Length == 0)
            return null;
        return new BarChart
        {
            Title = "Inputs whose outputs differ from the reference",
            Description = $"From {ChartText.Number(bars.Min(bar => bar.Value))} to {ChartText.Number(bars.Max(bar => bar.Value))} % of a task's inputs, "
                + "by nothing but another legal rounding or another system.",
            Axis = new ChartAxis("Inputs with at least one different output byte, %"),
            Bars = bars,
        };
    }

    private static double Percent(RunRecord record) => 100.0 * record.Comparison!.DifferingInputs / record.Quality!.Samples!.Value;
}
