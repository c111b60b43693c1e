using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Leaderboards;

public class CompositeBoardTests
{
    private static StoredRecord Reference => Published("L4R5ZI", "v0.5", submitter: "reference").Latency(180_000).Energy(7000).Top1(0.901);

    [Fact]
    public void The_score_is_the_geometric_mean_against_the_reference()
    {
        // 4 times faster and 9 times more frugal: the root of 36.
        Leaderboard board = Board(Measure.Composite, Reference, Published("a").Latency(45_000).Energy(7000.0 / 9).Top1(0.92));
        Assert.Equal(["1 S: a", "2 reference: L4R5ZI"], board.Ranking());
        Assert.Equal(6, board.Rows[0].Value, 12);
        Assert.Equal(1, board.Rows[1].Value, 12);
        Assert.Equal(("Latency and energy, equal weights, against reference: L4R5ZI of v0.5", "x", false), (board.Title, board.Unit, board.LowerIsBetter));
    }

    [Fact]
    public void Weights_add_up_to_one() => Assert.Equal(1, CompositeWeights.Latency + CompositeWeights.Energy);

    [Fact]
    public void Without_the_reference_the_slowest_is_the_baseline()
    {
        Leaderboard board = Board(
            Measure.Composite, Published("slow").Latency(200).Energy(10).Top1(0.95), Published("fast").Latency(50).Energy(10).Top1(0.95));
        Assert.Equal(2, board.Rows[0].Value, 12);
        Assert.EndsWith("against S: slow of v1.0", board.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_misses_the_target_is_set_apart()
    {
        Leaderboard board = Board(Measure.Composite, Reference, Published("bad").Latency(1).Energy(1).Top1(0.899));
        Assert.Equal(["S: bad: Its Top-1 accuracy of 0.899 misses the target of 0.90."], board.Facts());
    }

    [Fact]
    public void What_is_missing_is_told()
    {
        Leaderboard board = Board(
            Measure.Composite, Reference, Published("no energy").Latency(1).Top1(0.95), Published("no quality").Latency(1).Energy(1), Published("3 V").Latency(1).Energy(1, 3).Top1(0.95));
        Assert.Equal(
            [
                "S: 3 V: It has no energy that may be compared.",
                "S: no energy: It has no energy that may be compared.",
                "S: no quality: It has no accuracy that may be compared, so the target cannot be judged.",
            ],
            board.Facts());
    }

    [Fact]
    public void Figures_of_two_rounds_are_not_joined()
    {
        Leaderboard board = Board(Measure.Composite, Reference, Published("a", "v1.2").Latency(1).Top1(0.95), Published("a", "v1.3").Energy(1).Top1(0.95));
        Assert.Equal(["1 reference: L4R5ZI"], board.Ranking());
        Assert.Equal(["S: a: It has no energy that may be compared."], board.Facts());
    }

    [Fact]
    public void Runs_of_a_system_are_joined()
    {
        StoredRecord accuracy = Published("a", name: "accuracy.json").Top1(0.95), performance = Published("a", name: "performance.json").Latency(90_000);
        Leaderboard board = Board(Measure.Composite, Reference, accuracy, performance, Published("a", name: "energy.json").Energy(3500));
        Assert.Equal(2, board.Rows[0].Value, 12);
        Assert.Equal("performance.json", board.Rows[0].Record.Name);
    }

    [Fact]
    public void The_interval_is_that_of_both_figures()
    {
        Leaderboard board = Board(Measure.Composite, Reference, Published("a").Latency(40_000, 44_000, 45_000, 46_000, 80_000).Energy(7000).Top1(0.92));
        Assert.Equal((1.5, Math.Sqrt(4.5)), (board.Rows[0].Low, board.Rows[0].High), new CloseEnough());
    }

    [Fact]
    public void A_streaming_system_must_make_few_errors_of_either_kind()
    {
        QualityTarget target = QualityTarget.Of("sww01")!;
        Assert.Null(target.Miss(Heard(42, 8, 8), 0.84));
        Assert.NotNull(target.Miss(Heard(41, 9, 0), 0.9));
        Assert.NotNull(target.Miss(Heard(50, 0, 9), 0.9));
    }

    [Fact]
    public void A_task_without_a_target_has_no_composite() =>
        Assert.DoesNotContain(
            LeaderboardBuilder.Build([Published("a", task: "new01").Latency(1).Energy(1).Top1(1)]), board => board.Measure == Measure.Composite);

    private static RunRecord Heard(int hits, int misses, int alarms) =>
        Published("a").Record with { Streaming = new StreamingRecord { TruePositives = hits, FalseNegatives = misses, FalsePositives = alarms } };

    private sealed class CloseEnough : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-12 && Math.Abs(x.Item2 - y.Item2) < 1e-12;

        public int GetHashCode((double, double) obj) => 0;
    }
}
