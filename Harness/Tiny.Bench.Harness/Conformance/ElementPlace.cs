using Tiny.Bench.Reference;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Says where an element of a tensor is.</summary>
internal static class ElementPlace
{
    /// <summary>The index along each axis: <c>[0,3,2,1]</c> for [n,y,x,c].</summary>
    public static string Of(Shape shape, int element)
    {
        var indices = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
            (element, indices[axis]) = Math.DivRem(element, shape[axis]);
        return new Shape(indices).ToString();
    }
}
