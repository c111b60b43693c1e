using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>PACK: tensors of one shape stacked along a new axis.</summary>
/// <remarks>Source: tflite-micro pack.cc, PackImpl.</remarks>
internal sealed class Pack : IKernel
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        OperatorOptions options = context.Options(BuiltinOptionsType.Pack);
        int count = options.Int32(0, 0);
        context.Require(count >= 1, $"packs {count} tensors; expected at least 1");
        context.RequireArity(count, count);
        Tensor output = context.Output();
        Shape first = context.Input(0).Shape;
        context.RequireRank(context.Input(0), 0, OperatorContext.MaximumRank - 1);
        int axis = context.RequireAxis(options.Int32(1, 0), first.Rank + 1);

        var inputs = new Tensor[count];
        for (int i = 0; i < count; i++)
        {
            inputs[i] = context.Input(i);
            context.RequireType(inputs[i], output.Type);
            context.RequireShape(inputs[i], first);
        }

        int[] extents = [.. first.Extents[..axis], count, .. first.Extents[axis..]];
        context.Require(
            output.Shape.Extents.SequenceEqual(extents),
            $"tensor {output.Index} has shape {output.Shape}; expected {first} with an axis of {count} put in at {axis}");
        int size = context.RequireElementSize(output);
        return new PreparedOperator(() => Run(axis, size, inputs, output), otherSteps: (long)first.Product(0, axis) * count);
    }

    /// <summary>Moves all elements, of <paramref name="elementBytes"/> bytes.</summary>
    internal static void Run(int axis, int elementBytes, Tensor[] inputs, Tensor output)
    {
        Shape shape = inputs[0].Shape;
        int blocks = shape.Product(0, axis);
        int blockBytes = shape.Product(axis, shape.Rank) * elementBytes;
        Span<byte> rest = output.Write<byte>();
        for (int block = 0; block < blocks; block++)
        {
            foreach (Tensor input in inputs)
            {
                input.Bytes.Slice(block * blockBytes, blockBytes).CopyTo(rest);
                rest = rest[blockBytes..];
            }
        }
    }
}
