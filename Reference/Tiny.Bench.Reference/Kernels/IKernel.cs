using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>What an operator code computes. Stateless; one instance serves every model.</summary>
internal interface IKernel
{
    /// <summary>Checks everything that <see cref="PreparedOperator.Invoke"/> will rely on, and binds it.</summary>
    /// <exception cref="Models.ModelFormatException">The operator contradicts its tensors or leaves a kernel's range.</exception>
    /// <exception cref="Models.UnsupportedOperatorException">There is no kernel for these types.</exception>
    PreparedOperator Prepare<TRounding>(OperatorContext context)
        where TRounding : struct, IRounding;
}
