using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class LaneRoundingTests
{
    private static readonly int[] Edges = [int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue];

    [SkippableFact]
    public void Double_rounding_is_that_of_the_plain_form() => AssertEqual<DoubleRounding>();

    [SkippableFact]
    public void Single_rounding_is_that_of_the_plain_form() => AssertEqual<SingleRounding>();

    [SkippableFact]
    public void Half_up_is_that_of_the_plain_form() => AssertEqual<HalfUpRounding>();

    [SkippableFact]
    public void Float32_is_that_of_the_plain_form() => AssertEqual<Float32Rounding>();

    [SkippableFact]
    public void Half_even_is_that_of_the_plain_form() => AssertEqual<HalfEvenRounding>();

    // Every lane has an accumulator and a factor of its own, so that lanes that change places are seen.
    private static void AssertEqual<TRounding>()
        where TRounding : struct, ILaneRounding
    {
        Skip.IfNot(Avx2.IsSupported, "This processor has no AVX2.");
        var block = new int[ChannelLanes.Words];
        foreach ((int X, QuantizedMultiplier Scale)[] lanes in Cases().Chunk(ChannelLanes.Width))
        {
            int[] accumulators = [.. lanes.Select(lane => lane.X)];
            int[] expected = [.. lanes.Select(lane => TRounding.Requantize(lane.X, lane.Scale))];
            for (int lane = 0; lane < lanes.Length; lane++)
                ChannelLanes.PackFactor<TRounding>(block, lane, lanes[lane].Scale);
            Array.Resize(ref accumulators, ChannelLanes.Width);

            var upper = Vector256.Create(accumulators, 8);
            Assert.Equal(expected, Lanes(TRounding.Requantize(Vector256.Create(accumulators), ref block[0]), TRounding.Requantize(upper, ref block[8])).Take(lanes.Length));
            if (Avx512F.IsSupported)
                Assert.Equal(expected, Lanes(TRounding.Requantize(Vector512.Create(accumulators), ref block[0])).Take(lanes.Length));
        }
    }

    private static IEnumerable<(int X, QuantizedMultiplier Scale)> Cases() =>
        Accumulators.Any(100_000, QuantizedMultiplier.MaximumShift).Concat(Accumulators.Usual(100_000)).Concat(EdgeCases());

    private static IEnumerable<(int X, QuantizedMultiplier Scale)> EdgeCases()
    {
        int[] accumulators = [.. Edges, .. Enumerable.Range(0, 31).SelectMany(bit => (int[])[(1 << bit) - 1, 1 << bit, (1 << bit) + 1, -(1 << bit), 1 - (1 << bit)])];
        foreach (int x in accumulators)
        foreach (int multiplier in (int[])[0, 1, 1 << 30, (1 << 30) + 1, int.MaxValue - 1, int.MaxValue])
        for (int shift = -31; shift <= QuantizedMultiplier.MaximumShift; shift++)
            yield return (x, new QuantizedMultiplier(multiplier, shift));
    }

    private static int[] Lanes(Vector512<int> vector) => Lanes(vector.GetLower(), vector.GetUpper());

    private static int[] Lanes(Vector256<int> lower, Vector256<int> upper)
    {
        var lanes = new int[ChannelLanes.Width];
        lower.CopyTo(lanes);
        upper.CopyTo(lanes, 8);
        return lanes;
    }
}
