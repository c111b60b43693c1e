using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>How one operation of the vector format is computed by the kernels.</summary>
internal abstract class VectorOperation
{
    /// <summary>The output as an array of the element type that the case expects.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="UnsupportedVectorException">No kernel computes these types.</exception>
    public abstract Array Compute<TRounding>(VectorCase vectorCase)
        where TRounding : struct, IRounding;

    /// <summary>The case as one operator of a plan; null where a plan has no form for the operation or its types.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public virtual LoweredCase? Lower(VectorCase vectorCase) => null;
}
