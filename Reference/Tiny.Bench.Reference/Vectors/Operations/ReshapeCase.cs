using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>reshape</c>, which RESHAPE, SQUEEZE and EXPAND_DIMS are: the elements stay in their order.</summary>
internal sealed class ReshapeCase : MovementCase
{
    public override LoweredCase? Lower(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        return input.Type == TensorType.Int8 ? new LoweredCase(new ReshapeParameters(input.Type, input.Shape.ElementCount), [input]) : null;
    }

    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor input = Input(vectorCase, "input");
        vectorCase.RequireOutput(input.Shape.ElementCount);
        Reshape.Run(input, output);
    }
}
