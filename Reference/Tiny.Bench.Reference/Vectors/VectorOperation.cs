using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>How one operation of the vector format is computed by the kernels.</summary>
internal abstract class VectorOperation
{
    /// <summary>The output as an array of the element type that the case expects.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="UnsupportedVectorException">No kernel computes these types.</exception>
    public abstract Array Compute<TRounding>(VectorCase vectorCase)
        where TRounding : struct, IRounding;

    /// <summary>The same by the fast kernel; null where there is none for the case.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public virtual Array? ComputeFast<TRounding>(VectorCase vectorCase)
        where TRounding : struct, IRounding => null;

    /// <summary>The output by the kernels of a set.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="UnsupportedVectorException">No kernel computes these types.</exception>
    public virtual Array Compute<TRounding>(VectorCase vectorCase, KernelSet kernels)
        where TRounding : struct, IRounding =>
        (Tiers.Allow(kernels) ? ComputeFast<TRounding>(vectorCase) : null) ?? Compute<TRounding>(vectorCase);

    /// <summary>The case as one operator of a plan; null where a plan has no form for the operation or its types.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public virtual LoweredCase? Lower(VectorCase vectorCase) => null;
}
