using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

public sealed class MonotoneWindowTests
{
    // The bare comparison over the range looks at every accumulator; the clamped one may look at the window only.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nothing_outside_the_window_differs(string pairName)
    {
        Assert.True(DialectPair.TryParse(pairName, out DialectPair pair));
        foreach (var scale in (ReadOnlySpan<QuantizedMultiplier>)[new(1_518_500_250, -7), new(1 << 30, -4), new(int.MaxValue, -1), new(1_300_000_001, 0), new(1_300_000_001, 3)])
        {
            foreach (var clamp in (ReadOnlySpan<OutputClamp>)[new(-128, -128, 127), new(3, -128, 127), new(5, 5, 127), new(-20, -10, 10), new(0, 7, 7)])
            {
                var question = new RequantizationQuestion(pair, scale, new AccumulatorRange(-60_000, 60_000), clamp);
                int[] expected = [.. Enumerable.Range(-60_000, 120_001).Where(x => Code(pair.First, x) != Code(pair.Second, x))];
                RequantizationComparison found = RequantizationComparer.Compare(question);

                Assert.Equal(expected.Length, found.Differing);
                Assert.Equal(expected.Length == 0 ? null : expected[0], found.First);
                Assert.Equal(expected.Length == 0 ? null : expected[^1], found.Last);

                int Code(Dialect dialect, int x)
                {
                    Span<int> result = stackalloc int[1];
                    BlockRequantizers.Of(dialect)(x, scale, result);
                    return clamp.Code(result[0]);
                }
            }
        }
    }

    [Fact]
    public void A_window_of_all_accumulators_is_narrow_where_the_factor_is_small()
    {
        // x / 256, first rounded to x / 2 with ties upwards. Half-up leaves -128 at -127.5 * 256 = -32640, and at the one below, whose half is rounded
        // to the same. Both reach 127 at 126.5 * 256 = 32384, and at the one below.
        var question = new RequantizationQuestion(
            new(Dialect.DoubleRounding, Dialect.HalfUp), new(1 << 30, -7), AccumulatorRange.All, new OutputClamp(0, -128, 127));

        AccumulatorRange? window = MonotoneWindow.Find(question);

        Assert.Equal(new AccumulatorRange(-32641, 32382), window);
    }

    [Theory]
    // A factor of 2^shift, as good as: results may reach 2^31 - 2^17.
    [InlineData(-1, int.MinValue, int.MaxValue, true)]
    [InlineData(0, int.MinValue + (1 << 17), int.MaxValue - (1 << 17), true)]
    [InlineData(0, int.MinValue + (1 << 17) - 2, 0, false)]
    [InlineData(0, 0, int.MaxValue - (1 << 17) + 3, false)]
    [InlineData(5, -(1 << 26) + (1 << 12), (1 << 26) - (1 << 12), true)]
    [InlineData(5, -(1 << 26), 0, false)]
    [InlineData(30, -1, 1, true)]
    [InlineData(30, -1, 2, false)]
    public void Only_a_factor_of_about_one_or_more_can_wrap_and_only_far_out(int shift, int first, int last, bool expected) =>
        Assert.Equal(expected, MonotoneWindow.IsMonotone(new(int.MaxValue, shift), new AccumulatorRange(first, last)));

    [Fact]
    public void Where_a_result_can_wrap_every_accumulator_is_looked_at()
    {
        // 2^29 with a factor of 8 leaves int32: the wrapped result may be any code, so there is no rail to rely on.
        var range = new AccumulatorRange((1 << 29) - 10, (1 << 29) + 10);

        Assert.Equal(range, MonotoneWindow.Find(new(new(Dialect.DoubleRounding, Dialect.Float32), new(1 << 30, 4), range, new OutputClamp(0, -128, 127))));
    }

    public static TheoryData<string> Pairs() => [.. DialectPair.All.Select(pair => pair.Name)];
}
