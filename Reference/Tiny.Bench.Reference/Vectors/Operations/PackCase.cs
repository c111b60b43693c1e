using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>pack</c>: <c>input0</c>, <c>input1</c> .. of one shape along a new <c>axis</c>.</summary>
internal sealed class PackCase : MovementCase
{
    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor[] inputs = Inputs(vectorCase);
        Shape first = inputs[0].Shape;
        if (inputs.FirstOrDefault(input => !input.Shape.Equals(first)) is { } other)
            throw vectorCase.Error($"packs {first} and {other.Shape}; expected one shape");
        int axis = Axis(vectorCase, first.Rank + 1);
        RequireShape(vectorCase, [.. first.Extents[..axis], inputs.Length, .. first.Extents[axis..]]);
        Pack.Run(axis, ElementBytes(output), inputs, output);
    }
}
