using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class VectorRoundingTests
{
    private static readonly int[] Edges = [int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue];

    [Fact]
    public void Double_rounding_is_that_of_the_plain_form() => AssertEqual<DoubleRounding>();

    [Fact]
    public void Single_rounding_is_that_of_the_plain_form() => AssertEqual<SingleRounding>();

    [Fact]
    public void Half_up_is_that_of_the_plain_form() => AssertEqual<HalfUpRounding>();

    [Fact]
    public void Float32_is_that_of_the_plain_form() => AssertEqual<Float32Rounding>();

    [Fact]
    public void Half_even_is_that_of_the_plain_form() => AssertEqual<HalfEvenRounding>();

    private static void AssertEqual<TRounding>()
        where TRounding : struct, IVectorRounding
    {
        foreach ((int x, QuantizedMultiplier scale) in Accumulators.Any(100_000, QuantizedMultiplier.MaximumShift).Concat(Accumulators.Usual(100_000)))
            AssertLanes<TRounding>(x, scale);
        for (int shift = -31; shift <= QuantizedMultiplier.MaximumShift; shift++)
        {
            foreach (int multiplier in (int[])[0, 1 << 30, (1 << 30) + 1, int.MaxValue - 1, int.MaxValue])
            {
                foreach (int x in Edges.Concat(PowersOfTwo()))
                    AssertLanes<TRounding>(x, new QuantizedMultiplier(multiplier, shift));
            }
        }
    }

    private static IEnumerable<int> PowersOfTwo() =>
        Enumerable.Range(0, 31).SelectMany(bit => (int[])[(1 << bit) - 1, 1 << bit, (1 << bit) + 1, -(1 << bit) - 1, -(1 << bit), 1 - (1 << bit)]);

    // Every lane has an accumulator of its own, so that lanes that change places are seen.
    private static void AssertLanes<TRounding>(int x, QuantizedMultiplier scale)
        where TRounding : struct, IVectorRounding
    {
        Vector<int> accumulators = new Vector<int>(x) + (Vector<int>.Indices * 3);
        Vector<int> results = TRounding.Requantize(accumulators, scale);
        for (int lane = 0; lane < Vector<int>.Count; lane++)
        {
            int expected = TRounding.Requantize(accumulators[lane], scale);
            if (results[lane] != expected)
                Assert.Fail($"{accumulators[lane]} with {scale}: expected {expected}, got {results[lane]} in lane {lane}");
        }
    }
}
