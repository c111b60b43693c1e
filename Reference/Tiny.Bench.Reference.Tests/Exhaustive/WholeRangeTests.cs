using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>The count over a whole range against a sample of it.</summary>
/// <remarks>By default every 64th part of int32; with TINYBENCH_EXHAUSTIVE=1 all 2^32 accumulators.</remarks>
public sealed class WholeRangeTests
{
    private const int Samples = 2_000_000;

    // The first factor of the official keyword spotting model: operator 0, channel 0.
    private static readonly QuantizedMultiplier Official = new(1_359_514_674, -6);

    private static AccumulatorRange Domain =>
        Environment.GetEnvironmentVariable("TINYBENCH_EXHAUSTIVE") == "1" ? AccumulatorRange.All : new AccumulatorRange(-(1 << 25), (1 << 25) - 1);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_count_is_what_a_sample_estimates(string pairName)
    {
        Assert.True(DialectPair.TryParse(pairName, out DialectPair pair));
        AccumulatorRange domain = Domain;
        var random = new Random(20261122);
        int hits = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            int x = (int)random.NextInt64(domain.First, (long)domain.Last + 1);
            hits += Plain(pair.First, x) == Plain(pair.Second, x) ? 0 : 1;
        }

        RequantizationComparison found = RequantizationComparer.Compare(new(pair, Official, domain));

        // Five standard deviations of a binomial count, and one hit more for the rarest sets.
        double share = (double)found.Differing / domain.Count;
        double deviation = Math.Sqrt(Samples * share * (1 - share));
        Assert.InRange(hits, (Samples * share) - (5 * deviation) - 1, (Samples * share) + (5 * deviation) + 1);

        // Those two differ in ties only, which need an accumulator with more factors of two than an int32 has here.
        Assert.Equal(pair == new DialectPair(Dialect.SingleRounding, Dialect.HalfEven), found.IsEqual);

        static int Plain(Dialect dialect, int x)
        {
            Span<int> result = stackalloc int[1];
            BlockRequantizers.Of(dialect)(x, Official, result);
            return result[0];
        }
    }

    public static TheoryData<string> Pairs() => [.. DialectPair.All.Select(pair => pair.Name)];
}
