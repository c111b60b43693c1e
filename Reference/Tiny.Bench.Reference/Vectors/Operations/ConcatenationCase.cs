using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>concatenation</c> of <c>input0</c>, <c>input1</c> .. along <c>axis</c>.</summary>
internal sealed class ConcatenationCase : MovementCase
{
    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor[] inputs = Inputs(vectorCase);
        int axis = Axis(vectorCase, output.Shape.Rank);
        int[] extents = output.Shape.Extents.ToArray();
        extents[axis] = 0;
        foreach (Tensor input in inputs)
        {
            bool fits = input.Shape.Rank == extents.Length;
            for (int i = 0; fits && i < extents.Length; i++)
                fits = i == axis || input.Shape[i] == extents[i];
            if (!fits || input.Shape[axis] > output.Shape[axis] - extents[axis])
                throw vectorCase.Error($"joins {input.Shape} along axis {axis} to {output.Shape}");
            extents[axis] += input.Shape[axis];
        }

        RequireShape(vectorCase, extents);
        Concatenation.Run(axis, ElementBytes(output), inputs, output);
    }
}
