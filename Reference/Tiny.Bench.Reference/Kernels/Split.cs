using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>SPLIT: a tensor cut into equal parts along an axis. Inputs: axis (constant), tensor.</summary>
/// <remarks>Source: tflite-micro split.cc, SplitImpl.</remarks>
internal sealed class Split : IKernel
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        int parts = context.Options(BuiltinOptionsType.Split).Int32(0, 0);
        context.Require(parts >= 1, $"is split into {parts} parts; expected at least 1");
        context.RequireArity(2, 2, parts);
        Tensor input = context.Input(1);
        Shape shape = input.Shape;
        context.RequireRank(input, 1, OperatorContext.MaximumRank);
        int axis = context.RequireAxis(context.RequireIndices(context.Input(0), 1)[0], shape.Rank);
        context.Require(shape[axis] % parts == 0, $"extent {shape[axis]} along axis {axis} does not divide into {parts} equal parts");

        int[] extents = shape.Extents.ToArray();
        extents[axis] /= parts;
        var outputs = new Tensor[parts];
        for (int i = 0; i < parts; i++)
        {
            outputs[i] = context.Output(i);
            context.RequireType(outputs[i], input.Type);
            context.RequireShape(outputs[i], new Shape(extents));
        }

        int size = context.RequireElementSize(input);
        return new PreparedOperator(() => Run(axis, size, input, outputs), otherSteps: (long)shape.Product(0, axis) * parts);
    }

    /// <summary>Moves all elements, of <paramref name="elementBytes"/> bytes.</summary>
    internal static void Run(int axis, int elementBytes, Tensor input, Tensor[] outputs)
    {
        int blocks = input.Shape.Product(0, axis);
        int blockBytes = outputs[0].Shape.Product(axis, input.Shape.Rank) * elementBytes;
        ReadOnlySpan<byte> rest = input.Bytes;
        for (int block = 0; block < blocks; block++)
        {
            foreach (Tensor output in outputs)
            {
                rest[..blockBytes].CopyTo(output.Write<byte>()[(block * blockBytes)..]);
                rest = rest[blockBytes..];
            }
        }
    }
}
