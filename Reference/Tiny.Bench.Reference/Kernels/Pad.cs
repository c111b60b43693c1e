namespace Tiny.Bench.Reference.Kernels;

/// <summary>PAD and PADV2: a border of one value around a tensor.</summary>
/// <remarks>Source: tflite reference/pad.h, Pad; spec section 10.</remarks>
public sealed partial class Pad : IKernel
{
    /// <summary>Fills the output and moves all elements.</summary>
    /// <param name="inputShape">Any rank.</param>
    /// <param name="before">Cells before the first element, one per axis; not negative.</param>
    /// <param name="after">Cells after the last element, one per axis; not negative.</param>
    /// <param name="value">What the border holds.</param>
    /// <param name="input">Row-major.</param>
    /// <param name="output">Row-major; each extent is <c>before + input + after</c>.</param>
    public static void Run<T>(
        Shape inputShape, ReadOnlySpan<int> before, ReadOnlySpan<int> after, T value, ReadOnlySpan<T> input, Span<T> output)
    {
        var outputExtents = new int[inputShape.Rank];
        for (int axis = 0; axis < outputExtents.Length; axis++)
            outputExtents[axis] = before[axis] + inputShape[axis] + after[axis];
        Run(View(inputShape, before, new Shape(outputExtents)), value, input, output);
    }

    private static void Run<T>(StridedView interior, T value, ReadOnlySpan<T> input, Span<T> output)
    {
        output.Fill(value);
        interior.Scatter(input, output);
    }

    // Where the input's elements lie in the output.
    private static StridedView View(Shape inputShape, ReadOnlySpan<int> before, Shape outputShape)
    {
        int[] strides = StridedView.RowMajorStrides(outputShape);
        int start = 0;
        for (int axis = 0; axis < strides.Length; axis++)
            start += before[axis] * strides[axis];
        return new StridedView(start, inputShape.Extents.ToArray(), strides);
    }
}
