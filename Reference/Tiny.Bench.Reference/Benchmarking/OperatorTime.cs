namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>What one operator of a model takes with the fast kernels.</summary>
/// <param name="Index">Its place in the model.</param>
/// <param name="Name">The schema's name.</param>
/// <param name="Input">Shape of its first computed input.</param>
/// <param name="Output">Shape of its first output.</param>
/// <param name="Kernel">Which kernel ran.</param>
/// <param name="Macs">Multiply-accumulates of one run.</param>
/// <param name="PlainMicroseconds">Median with the plain kernel.</param>
/// <param name="FastMicroseconds">Median with the kernel named.</param>
public sealed record OperatorTime(
    int Index, string Name, string Input, string Output, string Kernel, long Macs, double PlainMicroseconds, double FastMicroseconds)
{
    /// <summary>10^9 multiply-accumulates a second; null for an operator that does none.</summary>
    public double? GmacPerSecond => Macs == 0 ? null : Macs / FastMicroseconds / 1e3;
}
