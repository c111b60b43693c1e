using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>split</c> into <c>parts</c> along <c>axis</c>; the output holds the parts one after another along a first axis of its own.</summary>
internal sealed class SplitCase : MovementCase
{
    protected override void Move(VectorCase vectorCase, Tensor output)
    {
        Tensor input = Input(vectorCase, "input");
        int parts = vectorCase.Parameters.Int32("parts"), axis = Axis(vectorCase, input.Shape.Rank);
        if (parts < 1 || input.Shape[axis] % parts != 0)
            throw vectorCase.Error($"splits {input.Shape} along axis {axis} into {parts}; expected parts of one size");
        int[] extents = input.Shape.Extents.ToArray();
        extents[axis] /= parts;
        RequireShape(vectorCase, [parts, .. extents]);

        // The output is written part by part, each a tensor of its own.
        var partShape = new Shape(extents);
        var content = new byte[output.Bytes.Length];
        int partBytes = content.Length / parts;
        Tensor[] outputs = [.. Enumerable.Range(0, parts).Select(part => Computed(input.Type, partShape, content.AsMemory(part * partBytes, partBytes)))];
        Split.Run(axis, ElementBytes(input), input, outputs);
        content.CopyTo(output.Write<byte>());
    }
}
