using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Comparison;

public class RecordPairingTests
{
    [Fact]
    public void Records_of_one_system_task_and_mode_are_partners()
    {
        StoredRecord[] before = [Published("a", "v1.0").Latency(1), Published("b", "v1.0").Latency(2), Published("a", "v1.0", "ic01").Latency(3)];
        StoredRecord[] after = [Published("b", "v1.1").Latency(2), Published("a", "v1.1", "ic01").Latency(3), Published("a", "v1.1").Latency(1)];

        ComparisonReport report = RecordPairing.Compare(before, after);

        Assert.Equal(
            ["v1.0/S/a/ic01.json v1.1/S/a/ic01.json", "v1.0/S/a/kws01.json v1.1/S/a/kws01.json", "v1.0/S/b/kws01.json v1.1/S/b/kws01.json"],
            report.Pairs.Select(pair => $"{pair.Before.Name} {pair.After.Name}").ToArray());
        Assert.Empty(report.OnlyBefore);
        Assert.Empty(report.OnlyAfter);
    }

    [Fact]
    public void The_newest_of_a_system_counts()
    {
        StoredRecord old = Run("old.json", "A", day: 1), mid = Run("mid.json", "A", day: 2), last = Run("last.json", "A", day: 3);
        ComparisonReport report = RecordPairing.Compare([mid, old], [last, old]);
        RecordComparison pair = Assert.Single(report.Pairs);
        Assert.Equal(("mid.json", "last.json"), (pair.Before.Name, pair.After.Name));
        Assert.Equal(["old.json", "old.json"], report.Superseded.Select(record => record.Name).ToArray());
    }

    [Fact]
    public void The_only_ones_of_a_task_and_mode_are_partners_whatever_their_system()
    {
        ComparisonReport report = RecordPairing.Compare(
            [Run("1.json", "A", 1), Run("2.json", "A", 1, RunMode.Accuracy)], [Run("3.json", "B", 1), Run("4.json", "B", 1, RunMode.Energy)]);
        Assert.Equal(("1.json", "3.json"), (Assert.Single(report.Pairs).Before.Name, report.Pairs[0].After.Name));
        Assert.Equal(("2.json", "4.json"), (Assert.Single(report.OnlyBefore).Name, Assert.Single(report.OnlyAfter).Name));
    }

    [Fact]
    public void Among_several_other_systems_no_partner_is_guessed()
    {
        ComparisonReport report = RecordPairing.Compare([Run("1.json", "A", 1)], [Run("2.json", "B", 1), Run("3.json", "C", 1)]);
        Assert.Empty(report.Pairs);
        Assert.Equal((1, 2), (report.OnlyBefore.Count, report.OnlyAfter.Count));
    }

    [Fact]
    public void Two_single_records_are_a_pair_even_to_be_refused()
    {
        ComparisonReport report = RecordPairing.Compare([Published("a").Latency(1)], [Published("b", task: "ic01").Latency(1)]);
        Assert.NotNull(Assert.Single(report.Pairs).Refusal);
    }

    private static StoredRecord Run(string name, string board, int day, RunMode mode = RunMode.Performance) =>
        Measured(name, mode).Latency(1).On(board).With(r => r with { Started = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero) });
}
