using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: tensor, paddings [rank,2] (constant), and for PADV2 the value.</content>
public sealed partial class Pad
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 3);
        Tensor input = context.Input(0), paddings = context.Input(1), output = context.Output();
        Tensor? value = context.OptionalInput(2);
        context.RequireRank(input, 0, OperatorContext.MaximumRank);
        context.RequireType(output, input.Type);
        StridedView interior = RequireInterior(context, input, paddings, output);
        int size = context.RequireElementSize(input);
        if (value is not null)
        {
            context.RequireType(value, input.Type);
            context.Require(value.Shape.ElementCount == 1, $"tensor {value.Index} has shape {value.Shape}; expected one element");
            context.RequireSameQuantization(value, output);
        }

        return size switch
        {
            1 => Bind<byte>(unchecked((byte)ZeroCode())),
            2 => Bind<ushort>(0),
            4 => Bind<uint>(0),
            _ => Bind<ulong>(0),
        };

        PreparedOperator Bind<T>(T zero)
            where T : unmanaged =>
            new(() => Run(interior, value is null ? zero : value.Read<T>()[0], input.Read<T>(), output.Write<T>()));

        // The zero point of codes of 8 bits. Every other type has real zero at 0.
        int ZeroCode() => output.Quantization.IsQuantized ? context.RequirePerTensor(output).ZeroPoint : 0;
    }

    private static StridedView RequireInterior(OperatorContext context, Tensor input, Tensor paddings, Tensor output)
    {
        int rank = input.Shape.Rank;
        int[] pairs = context.RequireIndices(paddings, 2 * rank);
        context.RequireRank(output, rank, rank);
        var before = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            before[axis] = pairs[2 * axis];
            int after = pairs[(2 * axis) + 1];
            context.Require(before[axis] >= 0 && after >= 0, $"axis {axis} is padded by {before[axis]} and {after}; expected no negative number");
            long expected = (long)before[axis] + input.Shape[axis] + after;
            context.Require(
                output.Shape[axis] == expected,
                $"tensor {output.Index} has extent {output.Shape[axis]} along axis {axis}; expected {expected}");
        }

        return View(input.Shape, before, output.Shape);
    }
}
