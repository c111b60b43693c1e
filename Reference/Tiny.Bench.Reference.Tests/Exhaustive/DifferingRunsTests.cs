using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

public sealed class DifferingRunsTests
{
    [Fact]
    public void Are_what_arithmetic_by_hand_gives()
    {
        // x / 4 in int8 codes: the two differ at x = -6, -2, 1 and 5, see RequantizationComparerTests.
        var question = new RequantizationQuestion(
            new(Dialect.DoubleRounding, Dialect.SingleRounding), new(1 << 30, -1), new AccumulatorRange(-6, 6), new OutputClamp(0, -128, 127));

        Assert.Equal([new(-6, -6), new(-2, -2), new(1, 1), new(5, 5)], DifferingRuns.Find(question)!);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Hold_exactly_the_accumulators_that_a_visit_of_each_finds(string pairName)
    {
        Assert.True(DialectPair.TryParse(pairName, out DialectPair pair));
        foreach (var scale in (ReadOnlySpan<QuantizedMultiplier>)[new(1_518_500_250, -7), new(1 << 30, -4), new(1_073_741_825, -12), new(int.MaxValue, -1), new(1_300_000_001, 2)])
        {
            foreach (var clamp in (ReadOnlySpan<OutputClamp>)[new(-128, -128, 127), new(3, -128, 127), new(5, 5, 127), new(-20, -10, 10), new(0, 7, 7)])
            {
                var question = new RequantizationQuestion(pair, scale, new AccumulatorRange(-300_000, 300_000), clamp);
                IReadOnlyList<AccumulatorRange> runs = DifferingRuns.Find(question)!;

                // Without a window: the bare results of every accumulator, then the clamp.
                var visited = new BlockDifferences();
                visited.Compare(question, question.Range);
                Assert.Equal(visited.Accumulators.ToArray(), runs.SelectMany(run => Enumerable.Range(run.First, (int)run.Count)));
                Assert.Equal(visited.Accumulators.Length, DifferingRuns.CountWithin(runs, question.Range));
            }
        }
    }

    [Fact]
    public void Count_only_what_lies_in_the_range()
    {
        AccumulatorRange[] runs = [new(-5, -3), new(0, 0), new(int.MaxValue, int.MaxValue)];

        Assert.Equal(3, DifferingRuns.CountWithin(runs, new AccumulatorRange(-4, 0)));
        Assert.Equal(0, DifferingRuns.CountWithin(runs, new AccumulatorRange(-2, -1)));
        Assert.Equal(5, DifferingRuns.CountWithin(runs, AccumulatorRange.All));
    }

    [Fact]
    public void Are_not_given_where_a_result_can_wrap() => Assert.Null(DifferingRuns.Find(
        new(new(Dialect.DoubleRounding, Dialect.Float32), new(1 << 30, 4), AccumulatorRange.All, new OutputClamp(0, -128, 127))));

    public static TheoryData<string> Pairs() => [.. DialectPair.All.Select(pair => pair.Name)];
}
