using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

public sealed class RequantizationComparerTests
{
    private static readonly DialectPair DoubleAndSingle = new(Dialect.DoubleRounding, Dialect.SingleRounding);

    private static readonly QuantizedMultiplier Quarter = new(1 << 30, -1);

    [Fact]
    public void Lists_a_small_set_that_arithmetic_by_hand_gives()
    {
        // x / 4, first rounded to x / 2 with ties upwards, then halved with ties away from zero:
        //   x            -6  -5  -4  -3  -2  -1   0   1   2   3   4   5   6
        //   x / 2        -3  -2  -2  -1  -1   0   0   1   1   2   2   3   3
        //   double       -2  -1  -1  -1  -1   0   0   1   1   1   1   2   2
        //   single       -1  -1  -1  -1   0   0   0   0   1   1   1   1   2
        RequantizationComparison found = RequantizationComparer.Compare(new(DoubleAndSingle, Quarter, new AccumulatorRange(-6, 6)));

        Assert.Equal([-6, -2, 1, 5], found.Accumulators);
        Assert.Equal(4, found.Differing);
        Assert.Equal(2, found.SecondOneHigher);
        Assert.Equal(2, found.SecondOneLower);
        Assert.Equal(0, found.FurtherApart);
        Assert.Equal((-6, 5), (found.First, found.Last));
        Assert.Equal(HashOf([-6, -2, 1, 5]), found.Sha256);
        Assert.False(found.IsEqual);
    }

    [Fact]
    public void A_clamp_hides_what_lies_beyond_its_rails()
    {
        // As above with the codes held to 0 and 1: only x = 1 is left, where the two give 1 and 0.
        RequantizationComparison found = RequantizationComparer.Compare(
            new(DoubleAndSingle, Quarter, new AccumulatorRange(-6, 6), new OutputClamp(ZeroPoint: 0, Minimum: 0, Maximum: 1)));

        Assert.Equal([1], found.Accumulators);
        Assert.Equal(1, found.SecondOneLower);
    }

    [Fact]
    public void Says_when_every_result_is_equal()
    {
        // A factor of exactly one needs no rounding.
        RequantizationComparison found = RequantizationComparer.Compare(new(DoubleAndSingle, new(1 << 30, 1), new AccumulatorRange(-100_000, 100_000)));

        Assert.True(found.IsEqual);
        Assert.Empty(found.Accumulators);
        Assert.Null(found.First);
        Assert.Null(found.Last);
        Assert.Equal(HashOf([]), found.Sha256);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Finds_what_the_plain_forms_give_one_by_one(string pairName)
    {
        Assert.True(DialectPair.TryParse(pairName, out DialectPair pair));
        var scale = new QuantizedMultiplier(1_518_500_250, -7);
        foreach ((int first, int last) in (ReadOnlySpan<(int, int)>)[(int.MinValue, int.MinValue + 5_000), (-3_001, 7_001), (int.MaxValue - 5_000, int.MaxValue)])
        {
            int[] expected = [.. Enumerable.Range(0, last - first + 1).Select(offset => first + offset).Where(x => Plain(pair.First, x) != Plain(pair.Second, x))];
            RequantizationComparison found = RequantizationComparer.Compare(new(pair, scale, new AccumulatorRange(first, last)));

            Assert.Equal(expected.Length, found.Differing);
            Assert.Equal(HashOf(expected), found.Sha256);
            Assert.Equal(expected.LongCount(x => Plain(pair.Second, x) - Plain(pair.First, x) == 1), found.SecondOneHigher);
            Assert.Equal(expected.LongCount(x => Plain(pair.Second, x) - Plain(pair.First, x) == -1), found.SecondOneLower);
        }

        int Plain(Dialect dialect, int x) => dialect.Apply(new PlainRequantizer(x, scale));
    }

    [Fact]
    public void Blocks_meet_without_a_gap()
    {
        // A factor of a half: a tie at every odd x, which half-up lifts and float32 sends away from zero. 24 bits hold all of them exactly.
        const int lowest = -10_000_001;
        RequantizationComparison found = RequantizationComparer.Compare(
            new(new DialectPair(Dialect.HalfUp, Dialect.Float32), new(1 << 30, 0), new AccumulatorRange(lowest, 3)));

        Assert.Equal((-(long)lowest + 1) / 2, found.Differing);
        Assert.Equal(lowest, found.First);
        Assert.Equal(-1, found.Last);
        Assert.Equal(found.Differing, found.SecondOneLower);
    }

    [Fact]
    public void Stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAtFirstReport(cancellation);

        Assert.ThrowsAny<OperationCanceledException>(
            () => RequantizationComparer.Compare(new(DoubleAndSingle, Quarter, AccumulatorRange.All), progress, cancellation.Token));
        Assert.Equal(1, progress.Reports);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1 << 30, -32)]
    [InlineData(1 << 30, 31)]
    public void Refuses_a_factor_that_no_kernel_uses(int multiplier, int shift) =>
        Assert.Throws<ArgumentException>(() => RequantizationComparer.Compare(new(DoubleAndSingle, new(multiplier, shift), AccumulatorRange.All)));

    public static TheoryData<string> Pairs() => [.. DialectPair.All.Select(pair => pair.Name)];

    private static string HashOf(int[] accumulators) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(accumulators.AsSpan())));

    private sealed record PlainRequantizer(int X, QuantizedMultiplier Scale) : IRoundingUser<int>
    {
        public int Use<TRounding>()
            where TRounding : struct, IRounding => TRounding.Requantize(X, Scale);
    }

    private sealed class CancelAtFirstReport(CancellationTokenSource cancellation) : IProgress<(int Done, int Total)>
    {
        public int Reports { get; private set; }

        public void Report((int Done, int Total) value)
        {
            Reports++;
            cancellation.Cancel();
        }
    }
}
