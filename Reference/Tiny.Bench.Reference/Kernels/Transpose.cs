using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>TRANSPOSE: axis i of the output is axis <c>perm[i]</c> of the input.</summary>
/// <remarks>Source: tflite reference/transpose.h, Transpose.</remarks>
public sealed class Transpose : IKernel
{
    /// <summary>Moves all elements.</summary>
    /// <param name="inputShape">Any rank.</param>
    /// <param name="perm">Each of 0 to rank - 1 once.</param>
    /// <param name="input">Row-major.</param>
    /// <param name="output">Row-major; <c>outputShape[i] = inputShape[perm[i]]</c>.</param>
    public static void Run<T>(Shape inputShape, ReadOnlySpan<int> perm, ReadOnlySpan<T> input, Span<T> output) =>
        View(inputShape, perm).Gather(input, output);

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 2);
        Tensor input = context.Input(0), output = context.Output();
        context.RequireRank(input, 0, OperatorContext.MaximumRank);
        context.RequireType(output, input.Type);
        int[] perm = context.RequireIndices(context.Input(1), input.Shape.Rank);
        var seen = new bool[perm.Length];
        for (int i = 0; i < perm.Length; i++)
        {
            perm[i] = context.RequireAxis(perm[i], perm.Length);
            context.Require(!seen[perm[i]], $"the permutation names axis {perm[i]} twice; expected each axis once");
            seen[perm[i]] = true;
        }

        StridedView view = View(input.Shape, perm);
        context.RequireShape(output, new Shape(view.Extents));
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

    private static StridedView View(Shape inputShape, ReadOnlySpan<int> perm)
    {
        int[] inputStrides = StridedView.RowMajorStrides(inputShape);
        var extents = new int[perm.Length];
        var strides = new int[perm.Length];
        for (int axis = 0; axis < perm.Length; axis++)
        {
            extents[axis] = inputShape[perm[axis]];
            strides[axis] = inputStrides[perm[axis]];
        }

        return new StridedView(0, extents, strides);
    }
}
