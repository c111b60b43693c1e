using Tiny.Bench.Core.Systems;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Leaderboards;

public class ProgressByRoundTests
{
    [Fact]
    public void Every_round_has_its_best_oldest_first()
    {
        IReadOnlyList<RoundProgress> progress = ProgressByRound.Of(
        [
            Published("a", "v1.10").Latency(60), Published("a", "v1.9").Latency(50), Published("b", "v1.9").Latency(40), Published("b", "v0.5").Latency(90),
        ]);
        Assert.Equal(["v0.5 S: b 90 us", "v1.9 S: b 40 us", "v1.10 S: a 60 us"], progress.Select(Text).ToArray());
        Assert.All(progress, step => Assert.Equal(("kws01", "closed", Measure.Latency), (step.Task, step.Division, step.Measure)));
    }

    [Fact]
    public void The_best_accuracy_is_the_highest() =>
        Assert.Equal("v1.0 S: b 0.95 share", Text(Assert.Single(ProgressByRound.Of([Published("a").Top1(0.9), Published("b").Top1(0.95)]))));

    [Fact]
    public void What_may_not_be_compared_is_no_progress() =>
        Assert.Equal(
            ["v1.0 S: a 10 uJ", "v1.1 S: c 9 uJ"],
            ProgressByRound.Of([Published("a").Energy(10), Published("b", "v1.1").Energy(1, volts: 3), Published("c", "v1.1").Energy(9)]).Select(Text).ToArray());

    [Fact]
    public void Only_published_records_have_a_history()
    {
        Assert.Empty(ProgressByRound.Of([Measured("1.json", RunMode.Performance).Latency(1)]));
        Assert.Empty(ProgressByRound.Of([Published("a").Latency(1).With(r => r with { Kind = RunKind.Measured })]));
    }

    private static string Text(RoundProgress step) => FormattableString.Invariant($"{step.Round} {step.SystemName} {step.Value} {step.Unit}");
}
