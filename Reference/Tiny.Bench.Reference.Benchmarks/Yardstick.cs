using Tiny.Bench.Reference.Benchmarking;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>What a packed int8 matrix product reaches in this process, measured once.</summary>
internal static class Yardstick
{
    private const double Microseconds = 1000;
    private const int Windows = 301;

    /// <summary>10^9 multiply-accumulates a second, in the median.</summary>
    public static double GmacPerSecond { get; } = Measure();

    private static double Measure()
    {
        var gemm = new PackedGemm(seed: 1);
        var window = new TimedWindow(gemm.Multiply, microseconds: 100, Microseconds);
        for (int turn = 0; turn < Windows; turn++)
            window.Measure();
        return PackedGemm.MultiplyAccumulates / window.Summary.Median / Microseconds;
    }
}
