using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Comparison;

public class RegressionGateTests
{
    [Theory]
    [InlineData("slower:5%", RegressionKind.Slower, 0.05)]
    [InlineData("larger-energy:0%", RegressionKind.LargerEnergy, 0)]
    [InlineData("less-accurate:0.5%", RegressionKind.LessAccurate, 0.005)]
    public void Reads_and_writes_a_gate(string text, RegressionKind kind, double limit)
    {
        Assert.True(RegressionGate.TryParse(text, out RegressionGate? gate));
        Assert.Equal((kind, limit), (gate.Kind, gate.Limit));
        Assert.Equal(text, gate.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("slower")]
    [InlineData("slower:5")]
    [InlineData("slower:%")]
    [InlineData("slower:-1%")]
    [InlineData("slower:5,5%")]
    [InlineData("slower:1e3%")]
    [InlineData("slower:NaN%")]
    [InlineData("slower: 5%")]
    [InlineData("faster:5%")]
    [InlineData("Slower:5%")]
    [InlineData(":%")]
    [InlineData("%:")]
    public void Refuses_another_text(string text) => Assert.False(RegressionGate.TryParse(text, out _));

    [Theory]
    [InlineData(105, false)]
    [InlineData(105.01, true)]
    [InlineData(50, false)]
    public void Slower_fails_beyond_its_limit(double after, bool fails) =>
        Assert.Equal(fails, Judge("slower:5%", Published("a").Latency(100), Published("a").Latency(after)).Count > 0);

    [Theory]
    [InlineData(0.89, false)]
    [InlineData(0.889, true)]
    public void Less_accurate_counts_points(double after, bool fails) =>
        Assert.Equal(fails, Judge("less-accurate:1%", Published("a").Top1(0.90, 1000), Published("a").Top1(after, 1000)).Count > 0);

    [Fact]
    public void A_failure_says_what_and_how_much() =>
        Assert.Equal(
            "kws01 (v1.0/S/a/kws01.json): It takes 10 % more energy; 5 % is allowed.",
            Assert.Single(Judge("larger-energy:5%", Published("a").Energy(100), Published("a").Energy(110))));

    [Fact]
    public void A_noisy_run_does_not_pass_for_being_noisy()
    {
        StoredRecord noisy = Published("a").Latency(50, 60, 120, 200, 300);
        Assert.Equal(Verdict.Same, RecordComparer.Compare(Published("a").Latency(100), noisy).Figures[0].Verdict);
        Assert.Single(Judge("slower:5%", Published("a").Latency(100), noisy));
    }

    [Fact]
    public void What_is_not_comparable_fails() =>
        Assert.Contains("It cannot be judged. They differ in supply", Assert.Single(Judge("larger-energy:5%", Published("a").Energy(1), Published("a").Energy(1, 3))), StringComparison.Ordinal);

    [Fact]
    public void A_refused_pair_fails() =>
        Assert.Contains("kinds are not compared", Assert.Single(Judge("slower:5%", Published("a").Latency(1), Published("a").Latency(1).With(r => r with { Kind = RunKind.Estimated }))), StringComparison.Ordinal);

    [Fact]
    public void A_figure_that_no_pair_has_fails() =>
        Assert.Equal("No pair has a figure for energy.", Assert.Single(Judge("larger-energy:5%", Published("a").Latency(1), Published("a").Latency(1))));

    [Fact]
    public void A_task_that_is_gone_fails()
    {
        RegressionGate gate = Gate("slower:5%");
        StoredRecord kws = Published("a").Latency(1), ic = Published("a", task: "ic01").Latency(1), accuracy = Published("a", task: "ad01").Auc(0.9);
        ComparisonReport report = RecordPairing.Compare([kws, ic, accuracy], [kws]);
        Assert.Equal(["ic01 (v1.0/S/a/ic01.json): it has no partner to be compared with."], gate.Judge(report));
    }

    private static IReadOnlyList<string> Judge(string gate, StoredRecord before, StoredRecord after) => Gate(gate).Judge(RecordPairing.Compare([before], [after]));

    private static RegressionGate Gate(string text) => RegressionGate.TryParse(text, out RegressionGate? gate) ? gate : throw new ArgumentException("is no gate", nameof(text));
}
