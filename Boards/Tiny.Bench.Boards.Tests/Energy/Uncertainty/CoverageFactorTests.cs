namespace Tiny.Bench.Boards.Energy.Uncertainty;

public class CoverageFactorTests
{
    [Theory]
    [InlineData(UncertaintyDistribution.Normal, 2.0)]
    [InlineData(UncertaintyDistribution.Rectangular, 1.6532)]
    [InlineData(UncertaintyDistribution.Triangular, 1.9269)]
    public void Is_the_quantile_of_a_component_that_stands_alone(UncertaintyDistribution distribution, double expected)
    {
        // Rectangle: 0.9545 sqrt(3). Triangle: (1 - sqrt(1 - 0.9545)) sqrt(6).
        Assert.Equal(expected, CoverageFactor.Of([new UncertaintyComponent("only", distribution, 17, 0, "")]), 0.005);
    }

    [Theory]
    [InlineData(2, 4.53)]
    [InlineData(4, 2.87)]
    [InlineData(10, 2.28)]
    public void Of_a_students_t_is_that_of_its_table(int degreesOfFreedom, double expected)
    {
        // JCGM 100:2008, table G.2, column 95.45 %.
        Assert.Equal(expected, CoverageFactor.OfStudent(degreesOfFreedom), expected * 0.012);
    }

    [Fact]
    public void Of_many_alike_comes_near_two()
    {
        UncertaintyComponent[] many = [.. Enumerable.Range(0, 12).Select(index => UncertaintyComponent.Within($"{index}", 1, ""))];
        Assert.Equal(1.98, CoverageFactor.Of(many), 0.02);
    }

    [Fact]
    public void Two_equal_rectangles_make_a_triangle() =>
        Assert.Equal(1.9269, CoverageFactor.Of([UncertaintyComponent.Within("a", 3, ""), UncertaintyComponent.Within("b", 3, "")]), 0.005);
}
