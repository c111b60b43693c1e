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
        OperatorOptions options = context.Options(BuiltinOptionsType.StridedSlice);
        context.Require(options.Int32(2, 0) == 0, $"ellipsis_mask is {options.Int32(2, 0)}; expected 0, an ellipsis is not supported");
        context.Require(options.Int32(3, 0) == 0, $"new_axis_mask is {options.Int32(3, 0)}; expected 0, new axes are not supported");
        var bounds = new SliceBounds
        {
            Begins = context.RequireIndices(context.Input(1), input.Shape.Rank),
            Ends = context.RequireIndices(context.Input(2), input.Shape.Rank),
            Strides = context.RequireIndices(context.Input(3), input.Shape.Rank),
            BeginMask = options.Int32(0, 0),
            EndMask = options.Int32(1, 0),
            ShrinkAxisMask = options.Int32(4, 0),
        };
        StridedView view = View(input.Shape, bounds, context.Require, out Shape expected);
        context.RequireShape(output, expected);
        int size = context.RequireElementSize(input);
        return new PreparedOperator(() => Run(view, size, input, output));
    }

    /// <summary>Moves all elements, of 1, 2, 4 or 8 bytes.</summary>
    internal static void Run(StridedView view, int elementBytes, Tensor input, Tensor output)
    {
        switch (elementBytes)
        {
            case 1:
                view.Gather(input.Read<byte>(), output.Write<byte>());
                break;
            case 2:
                view.Gather(input.Read<ushort>(), output.Write<ushort>());
                break;
            case 4:
                view.Gather(input.Read<uint>(), output.Write<uint>());
                break;
            default:
                view.Gather(input.Read<ulong>(), output.Write<ulong>());
                break;
        }
    }

    /// <summary>The elements that are taken.</summary>
    /// <param name="input">The shape to slice.</param>
    /// <param name="bounds">One begin, end and stride for each axis.</param>
    /// <param name="require">Refuses the operator with a reason when its condition does not hold.</param>
    /// <param name="expected">The shape of the output.</param>
    internal static StridedView View(Shape input, SliceBounds bounds, Action<bool, string> require, out Shape expected)
    {
        var steps = new int[input.Rank];
        int[] inputStrides = StridedView.RowMajorStrides(input);
        var extents = new int[input.Rank];
        var kept = new List<int>();
        int start = 0;
        for (int axis = 0; axis < input.Rank; axis++)
        {
            int extent = input[axis], stride = bounds.Strides[axis];
            require(stride != 0, $"the stride along axis {axis} is 0; expected another");
            long begin = Resolve(bounds.Begins[axis], stride, extent, IsSet(bounds.BeginMask, axis), atFirst: true);
            if (IsSet(bounds.ShrinkAxisMask, axis))
            {
                require(
                    stride > 0 && begin < extent,
                    $"index {bounds.Begins[axis]} with stride {stride} picks no element of axis {axis}, whose extent is {extent}");
                extents[axis] = 1;
            }
            else
            {
                long end = Resolve(bounds.Ends[axis], stride, extent, IsSet(bounds.EndMask, axis), atFirst: false);
                extents[axis] = (int)Math.Max(0, (end - begin + stride - Math.Sign(stride)) / stride);
                kept.Add(extents[axis]);
            }

            start += (int)begin * inputStrides[axis];

            // With one element or none there is no step, and a large stride cannot overflow.
            steps[axis] = extents[axis] > 1 ? stride * inputStrides[axis] : 0;
        }

        expected = new Shape(kept.ToArray());
        return new StridedView(start, extents, steps);
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
