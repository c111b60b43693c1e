using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>reshape</c>, which RESHAPE, SQUEEZE and EXPAND_DIMS are: the elements stay in their order.</summary>
internal sealed class ReshapeCase : MovementCase
{
    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor input = Input(vectorCase, "input");
        vectorCase.RequireOutput(input.Shape.ElementCount);
        Reshape.Run(input, output);
    }
}
