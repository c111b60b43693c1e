using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>STRIDED_SLICE: every stride-th element of each axis from begin to end. Inputs: tensor, begin, end, strides (constants).</summary>
/// <remarks>Source: tflite strided_slice_logic.h, StartForAxis and StopForAxis. No ellipsis and no new axes, as in TFLM.</remarks>
internal sealed class StridedSlice : IKernel
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(4, 4);
        Tensor input = context.Input(0), output = context.Output();
        context.RequireRank(input, 1, OperatorContext.MaximumRank);
        context.RequireType(output, input.Type);
        StridedView view = RequireView(context, input.Shape, out Shape expected);
        context.RequireShape(output, expected);
        return context.RequireElementSize(input) switch
        {
            1 => Bind<byte>(),
            2 => Bind<ushort>(),
            4 => Bind<uint>(),
            _ => Bind<ulong>(),
        };

        PreparedOperator Bind<T>()
            where T : unmanaged => new(() => view.Gather(input.Read<T>(), output.Write<T>()));
    }

    private static StridedView RequireView(OperatorContext context, Shape input, out Shape expected)
    {
        OperatorOptions options = context.Options(BuiltinOptionsType.StridedSlice);
        int beginMask = options.Int32(0, 0), endMask = options.Int32(1, 0), shrinkAxisMask = options.Int32(4, 0);
        context.Require(options.Int32(2, 0) == 0, $"ellipsis_mask is {options.Int32(2, 0)}; expected 0, an ellipsis is not supported");
        context.Require(options.Int32(3, 0) == 0, $"new_axis_mask is {options.Int32(3, 0)}; expected 0, new axes are not supported");
        int[] begins = context.RequireIndices(context.Input(1), input.Rank);
        int[] ends = context.RequireIndices(context.Input(2), input.Rank);
        int[] strides = context.RequireIndices(context.Input(3), input.Rank);

        int[] inputStrides = StridedView.RowMajorStrides(input);
        var extents = new int[input.Rank];
        var kept = new List<int>();
        int start = 0;
        for (int axis = 0; axis < input.Rank; axis++)
        {
            int extent = input[axis], stride = strides[axis];
            context.Require(stride != 0, $"the stride along axis {axis} is 0; expected another");
            long begin = Resolve(begins[axis], stride, extent, IsSet(beginMask, axis), atFirst: true);
            if (IsSet(shrinkAxisMask, axis))
            {
                context.Require(
                    stride > 0 && begin < extent,
                    $"index {begins[axis]} with stride {stride} picks no element of axis {axis}, whose extent is {extent}");
                extents[axis] = 1;
            }
            else
            {
                long end = Resolve(ends[axis], stride, extent, IsSet(endMask, axis), atFirst: false);
                extents[axis] = (int)Math.Max(0, (end - begin + stride - Math.Sign(stride)) / stride);
                kept.Add(extents[axis]);
            }

            start += (int)begin * inputStrides[axis];

            // With one element or none there is no step, and a large stride cannot overflow.
            strides[axis] = extents[axis] > 1 ? stride * inputStrides[axis] : 0;
        }

        expected = new Shape(kept.ToArray());
        return new StridedView(start, extents, strides);
    }

    // A begin or end as a position: 0 to extent going forward, -1 to extent - 1 going backward.
    private static long Resolve(int index, int stride, int extent, bool isMasked, bool atFirst)
    {
        (int lowest, int highest) = stride > 0 ? (0, extent) : (-1, extent - 1);
        if (isMasked)
            return atFirst == stride > 0 ? lowest : highest;
        return Math.Clamp(index < 0 ? (long)index + extent : index, lowest, highest);
    }

    private static bool IsSet(int mask, int axis) => (mask & (1 << axis)) != 0;
}
