namespace Tiny.Bench.Core.Metrics;

public class TopOneTests
{
    [Theory]
    [InlineData(new[] { 0.1f, 0.7f, 0.2f }, 1)]
    [InlineData(new[] { -3f, -1f, -2f }, 1)]
    [InlineData(new[] { 5f }, 0)]
    public void Is_the_index_of_the_highest_score(float[] scores, int expected) => Assert.Equal(expected, TopOne.Of(scores));

    [Fact]
    public void Is_the_first_among_equals() => Assert.Equal(1, TopOne.Of([0f, 4f, 4f, 4f]));

    [Fact]
    public void Never_is_a_score_that_is_not_a_number() => Assert.Equal(2, TopOne.Of([float.NaN, float.NegativeInfinity, 0f, float.NaN]));

    [Theory]
    [InlineData(new float[0])]
    [InlineData(new[] { float.NaN })]
    public void Is_no_class_when_there_is_no_score(float[] scores) => Assert.Equal(-1, TopOne.Of(scores));
}
