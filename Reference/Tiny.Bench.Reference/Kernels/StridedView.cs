namespace Tiny.Bench.Reference.Kernels;

/// <summary>Which flat elements of one tensor the elements of another stand for, taken in row-major order.</summary>
/// <param name="Start">Flat index of the first element.</param>
/// <param name="Extents">Extent of each axis, outermost first.</param>
/// <param name="Strides">Flat distance between neighbours along each axis; may be negative or 0.</param>
internal readonly record struct StridedView(int Start, int[] Extents, int[] Strides)
{
    /// <summary>Distance of neighbours along each axis of a row-major tensor.</summary>
    public static int[] RowMajorStrides(Shape shape)
    {
        var strides = new int[shape.Rank];
        for (int axis = 0; axis < strides.Length; axis++)
            strides[axis] = shape.Product(axis + 1, shape.Rank);
        return strides;
    }

    /// <summary>Flat index of element <paramref name="index"/> of the view.</summary>
    public int Offset(int index)
    {
        int offset = Start;
        for (int axis = Extents.Length - 1; axis >= 0; axis--)
        {
            offset += index % Extents[axis] * Strides[axis];
            index /= Extents[axis];
        }

        return offset;
    }

    /// <summary>Copies the elements of the view, in its order.</summary>
    public void Gather<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = source[Offset(i)];
    }

    /// <summary>Copies elements to their places in the view.</summary>
    public void Scatter<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        for (int i = 0; i < source.Length; i++)
            destination[Offset(i)] = source[i];
    }
}
