using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Where the work of a system's inferences goes: a bar a task, by kind of operator, as shares of the whole.</summary>
internal static class OperatorCharts
{
    private const int MostBars = 30;

    private static readonly (string Quantity, Func<OperatorRecord, double?> Of)[] Quantities =
    [
        ("time", row => row.Microseconds),
        ("instructions", row => row.Instructions),
        ("multiply-accumulates", row => row.MultiplyAccumulates),
    ];

    /// <summary>One chart a quantity that any record has; of each task the newest such record counts.</summary>
    public static IEnumerable<StackChart> Of(IReadOnlyList<PageEntry> entries)
    {
        foreach ((string quantity, Func<OperatorRecord, double?> of) in Quantities)
        {
            StackedBar[] bars = [.. entries.NewestByTask(record => Parts(record, of).Length > 0).Take(MostBars).Select(entry => new StackedBar(entry.Row.Task, Parts(entry.Stored.Record, of)))];
            if (bars.Length == 0)
                continue;
            yield return new StackChart
            {
                Title = $"Where the {quantity} of an inference go{(quantity == "time" ? "es" : "")}",
                Description = $"Shares of the operators. Largest: {string.Join("; ", bars.Select(Largest))}.",
                ValueLabel = $"Share of the {quantity}, %",
                Stacks = bars,
            };
        }
    }

    // By kind of operator, the largest first; nothing when the figures make no whole.
    private static ChartPart[] Parts(RunRecord record, Func<OperatorRecord, double?> of)
    {
        (string Name, double Value)[] kinds =
        [
            .. (record.Operators ?? []).GroupBy(row => row.Name, StringComparer.Ordinal)
                .Select(group => (group.Key, Value: group.Sum(of) ?? 0))
                .Where(kind => kind.Value > 0)
                .OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal),
        ];
        double whole = kinds.Sum(kind => kind.Value);
        return double.IsFinite(whole) ? [.. kinds.Select(kind => new ChartPart(kind.Name, 100 * kind.Value / whole))] : [];
    }

    private static string Largest(StackedBar bar) => $"{bar.Label}, {bar.Parts[0].Series} with {ChartText.Number(bar.Parts[0].Value)} %";
}
