namespace Tiny.Bench.Results.Analysis;

public class F1ScoreTests
{
    // The reference on the long recording: 40 heard, 10 missed, 3 false. Precision 40/43 and recall 40/50 have the harmonic mean 80/93.
    [Theory]
    [InlineData(40, 10, 3, 80.0 / 93)]
    [InlineData(44, 6, 4, 88.0 / 98)]
    [InlineData(50, 0, 0, 1.0)]
    [InlineData(0, 50, 0, 0.0)]
    public void Is_the_harmonic_mean_of_precision_and_recall(int tp, int fn, int fp, double f1) => Assert.Equal(f1, F1Score.Of(tp, fn, fp)!.Value, 1e-15);

    [Fact]
    public void Does_not_exist_where_nothing_was_said_or_heard() => Assert.Null(F1Score.Of(0, 0, 0));

    [Fact]
    public void Refuses_a_negative_count() => Assert.Throws<ArgumentOutOfRangeException>(() => F1Score.Of(1, -1, 0));
}
