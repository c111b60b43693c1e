using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>CONCATENATION: tensors one after the other along an axis; bytes are moved, nothing is rescaled.</summary>
/// <remarks>Source: tflite reference/concatenation.h, Concatenation. As TFLM, refuses inputs that are quantized unlike the output.</remarks>
internal sealed class Concatenation : IKernel
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.Require(context.InputCount >= 1, "has no inputs; expected at least 1");
        context.RequireArity(1, context.InputCount);
        Tensor output = context.Output();
        Shape shape = output.Shape;
        context.RequireRank(output, 1, OperatorContext.MaximumRank);
        OperatorOptions options = context.Options(BuiltinOptionsType.Concatenation);
        int axis = context.RequireAxis(options.Int32(0, 0), shape.Rank);
        context.Require(options.Byte(1, 0) == 0, $"fused activation is {options.Byte(1, 0)}; expected 0 (NONE)");

        var inputs = new Tensor[context.InputCount];
        long extent = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = context.Input(i);
            context.RequireType(inputs[i], output.Type);
            context.RequireSameQuantization(inputs[i], output);
            context.RequireRank(inputs[i], shape.Rank, shape.Rank);
            int[] expected = shape.Extents.ToArray();
            expected[axis] = inputs[i].Shape[axis];
            context.Require(
                inputs[i].Shape.Extents.SequenceEqual(expected),
                $"tensor {inputs[i].Index} has shape {inputs[i].Shape}; expected that of the output, {shape}, but for axis {axis}");
            extent += inputs[i].Shape[axis];
        }

        context.Require(extent == shape[axis], $"tensor {output.Index} has extent {shape[axis]} along axis {axis}; the inputs give {extent}");
        int size = context.RequireElementSize(output);
        return new PreparedOperator(() => Run(axis, size, inputs, output), otherSteps: (long)shape.Product(0, axis) * inputs.Length);
    }

    /// <summary>Moves all elements, of <paramref name="elementBytes"/> bytes.</summary>
    internal static void Run(int axis, int elementBytes, Tensor[] inputs, Tensor output)
    {
        int blocks = output.Shape.Product(0, axis);
        int innerBytes = output.Shape.Product(axis + 1, output.Shape.Rank) * elementBytes;
        Span<byte> rest = output.Write<byte>();
        for (int block = 0; block < blocks; block++)
        {
            foreach (Tensor input in inputs)
            {
                int length = input.Shape[axis] * innerBytes;
                input.Bytes.Slice(block * length, length).CopyTo(rest);
                rest = rest[length..];
            }
        }
    }
}
