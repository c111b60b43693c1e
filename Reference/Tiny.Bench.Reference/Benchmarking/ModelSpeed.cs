namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>How fast a model runs on this machine, on one core: plain and fast kernels in turns within one process.</summary>
public sealed record ModelSpeed
{
    /// <summary>The model's file.</summary>
    public required string Model { get; init; }

    /// <summary>Multiply-accumulates of one inference.</summary>
    public required long Macs { get; init; }

    /// <summary>An inference with the plain kernels.</summary>
    public required TimeSummary Plain { get; init; }

    /// <summary>An inference with the fast kernels.</summary>
    public required TimeSummary Fast { get; init; }

    /// <summary>A product of two packed int8 matrices, measured in the same turns.</summary>
    public required TimeSummary Gemm { get; init; }

    /// <summary>10^9 multiply-accumulates a second of that product, in the median.</summary>
    public required double GemmGmacPerSecond { get; init; }

    /// <summary>Every operator.</summary>
    public required IReadOnlyList<OperatorTime> Operators { get; init; }

    /// <summary>How many times faster the fast kernels are, median against median.</summary>
    public double Ratio => Plain.Median / Fast.Median;

    /// <summary>10^9 multiply-accumulates a second with the fast kernels, in the median.</summary>
    public double GmacPerSecond => Macs / Fast.Median / 1e3;

    /// <summary>What part of the matrix product's speed the whole model reaches.</summary>
    public double ShareOfGemm => GmacPerSecond / GemmGmacPerSecond;
}
