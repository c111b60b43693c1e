using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>RESHAPE, SQUEEZE and EXPAND_DIMS: the same elements under another shape.</summary>
/// <remarks>The output tensor's own shape decides; a shape or axis that the operator is given besides says the same and is not read.</remarks>
/// <param name="maximumInputs">1 for SQUEEZE; 2 where a shape or an axis may follow.</param>
internal sealed class Reshape(int maximumInputs) : IKernel
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(1, maximumInputs);
        Tensor input = context.Input(0), output = context.Output();
        context.RequireType(output, input.Type);
        context.Require(
            output.Shape.ElementCount == input.Shape.ElementCount,
            $"tensor {output.Index} has shape {output.Shape}; expected {input.Shape.ElementCount} elements, as many as {input.Shape} has");
        return new PreparedOperator(() => Run(input, output))
        {
            Parameters = PlanTensor.IsSupported(output.Type) ? new ReshapeParameters(output.Type, output.Model.ByteCount) : null,
        };
    }

    /// <summary>Moves all elements.</summary>
    internal static void Run(Tensor input, Tensor output) => input.Bytes.CopyTo(output.Write<byte>());
}
