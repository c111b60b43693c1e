using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Comparison;

public class RecordComparerTests
{
    [Fact]
    public void The_ratio_runs_from_the_least_to_the_largest_quotient()
    {
        FigureComparison latency = Latency(Published("a").Latency(90, 95, 100, 105, 110), Published("a").Latency(190, 195, 200, 205, 220));
        Assert.Equal((100, 200, 2.0), (latency.Before, latency.After, latency.Change));
        Assert.Equal((190.0 / 110, 220.0 / 90), (latency.ChangeLow, latency.ChangeHigh));
        Assert.Equal((Verdict.Worse, null), (latency.Verdict, latency.Reason));
    }

    [Fact]
    public void Windows_that_overlap_are_no_change()
    {
        FigureComparison latency = Latency(Published("a").Latency(98, 99, 100, 101, 102), Published("a").Latency(101, 102, 103, 104, 105));
        Assert.Equal(Verdict.Same, latency.Verdict);
    }

    [Fact]
    public void Faster_is_better() => Assert.Equal(Verdict.Better, Latency(Published("a").Latency(98, 99, 100, 101, 102), Published("a").Latency(50)).Verdict);

    [Fact]
    public void Without_a_spread_the_values_decide_and_it_is_said()
    {
        FigureComparison energy = Figure(Measure.Energy, Published("a").Energy(100), Published("a").Energy(101));
        Assert.Equal((Verdict.Worse, "No spread is known: the values alone decide."), (energy.Verdict, energy.Reason));
        Assert.Equal(1.01, energy.Change);
    }

    [Fact]
    public void Accuracies_differ_by_their_difference()
    {
        FigureComparison quality = Figure(Measure.Accuracy, Published("a").Top1(0.6, 80), Published("a").Top1(0.8, 70));
        Assert.Equal(0.2, quality.Change!.Value, 12);
        Assert.Equal((0.0524, 0.3339), (Math.Round(quality.ChangeLow!.Value, 4), Math.Round(quality.ChangeHigh!.Value, 4)));
        Assert.Equal(Verdict.Better, quality.Verdict);
    }

    [Fact]
    public void Nine_answers_of_a_thousand_are_no_difference() =>
        Assert.Equal(Verdict.Same, Figure(Measure.Accuracy, Published("a").Top1(0.910, 1000), Published("a").Top1(0.901, 1000)).Verdict);

    [Fact]
    public void Less_accurate_is_worse() =>
        Assert.Equal(Verdict.Worse, Figure(Measure.Accuracy, Published("a", task: "ad01").Auc(0.9), Published("a", task: "ad01").Auc(0.89)).Verdict);

    [Fact]
    public void Kinds_are_refused_with_the_fact()
    {
        RecordComparison comparison = RecordComparer.Compare(
            Published("a").Latency(1), Published("a").Latency(1).With(r => r with { Kind = RunKind.Simulated }));
        Assert.Equal("The first is published, the second simulated: figures of different kinds are not compared.", comparison.Refusal);
        Assert.Empty(comparison.Figures);
    }

    [Fact]
    public void Tasks_are_refused_with_the_fact() =>
        Assert.Contains("kws01, the second of ic01", RecordComparer.Compare(Published("a").Latency(1), Published("a", task: "ic01").Latency(1)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Another_supply_makes_only_the_energy_not_comparable()
    {
        StoredRecord before = Published("a").Latency(1).Energy(1), after = Published("a").Latency(1).Energy(1, volts: 3);
        Assert.Equal(Verdict.Same, Latency(before, after).Verdict);
        FigureComparison energy = Figure(Measure.Energy, before, after);
        Assert.Equal((Verdict.NotComparable, null), (energy.Verdict, energy.Change));
        Assert.Equal("They differ in supply and meter: the first has 1.8 V class, LPM01A, the second 3 V class, LPM01A.", energy.Reason);
    }

    [Fact]
    public void Divisions_are_not_comparable() =>
        Assert.Equal(
            "They differ in division: the first has closed, the second open.",
            Latency(Published("a").Latency(1), Published("a").Latency(1).With(r => r with { Division = "open" })).Reason);

    [Fact]
    public void Dialects_are_not_comparable_where_both_are_known()
    {
        StoredRecord record = Published("a").Latency(1), one = record.With(r => r with { Dialect = "double-rounding" }), other = record.With(r => r with { Dialect = "single-rounding" });
        Assert.Equal(Verdict.NotComparable, Latency(one, other).Verdict);
        Assert.Equal(Verdict.Same, Latency(one, record).Verdict);
    }

    [Fact]
    public void A_figure_that_one_lacks_is_not_comparable() =>
        Assert.Equal("Only the second has the figure.", Figure(Measure.Energy, Published("a").Latency(1), Published("a").Latency(1).Energy(1)).Reason);

    [Fact]
    public void A_quick_run_is_compared_with_a_quick_run_only()
    {
        StoredRecord full = Published("a").Latency(100), quick = full.With(r => r with { Performance = r.Performance! with { Quick = true } });
        Assert.Equal("The second may not be ranked: Its windows are short on purpose: a quick run.", Latency(full, quick).Reason);
        Assert.Equal((Verdict.Same, "Neither may be ranked: Its windows are short on purpose: a quick run."), (Latency(quick, quick).Verdict, Latency(quick, quick).Reason));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void An_impossible_figure_gives_no_ratio(double latency)
    {
        StoredRecord odd = Published("a").Latency(1).With(r => r with { Performance = r.Performance! with { MedianLatencyMicroseconds = latency } });
        Assert.Equal((Verdict.NotComparable, null), (Latency(odd, Published("a").Latency(1)).Verdict, Latency(odd, Published("a").Latency(1)).Change));
        Assert.Null(Latency(odd, odd).Change);
    }

    private static FigureComparison Latency(StoredRecord before, StoredRecord after) => Figure(Measure.Latency, before, after);

    private static FigureComparison Figure(Measure measure, StoredRecord before, StoredRecord after) =>
        Assert.Single(RecordComparer.Compare(before, after).Figures, figure => figure.Measure == measure);
}
