namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>The fast kernels gave other bytes than the plain ones: a fault of this library, never of the model.</summary>
public sealed class UnequalKernelsException(string where, int output)
    : ReferenceException(where, $"output {output} of the fast kernels differs from that of the plain ones, so nothing was measured; please report it");
