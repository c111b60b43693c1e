using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>A <see cref="Broadcast"/> of always five axes; a leading axis that a shape lacks has extent 1 and stride 0.</summary>
/// <param name="Extents">Of the output.</param>
/// <param name="First">Elements of the first input between neighbours along each axis; 0 where one element serves the whole axis.</param>
/// <param name="Second">The same of the second input.</param>
internal sealed record BroadcastStrides(int[] Extents, int[] First, int[] Second)
{
    public static BroadcastStrides Of(Broadcast shapes) => new(
        shapes.Output.PadTo(Broadcast.MaximumRank).Extents.ToArray(),
        Pad(shapes.FirstSteps),
        Pad(shapes.SecondSteps));

    /// <summary>The last element that the strides of an input reach.</summary>
    public long LastOf(int[] strides)
    {
        // Extents are below 2^28 and strides below 2^31: five products stay below 2^62.
        long last = 0;
        for (int axis = 0; axis < Extents.Length; axis++)
            last += (Extents[axis] - 1L) * strides[axis];
        return last;
    }

    /// <summary>The elements of both inputs that meet in one element of the output.</summary>
    public (int First, int Second) Locate(int output)
    {
        int first = 0, second = 0;
        for (int axis = Extents.Length - 1; axis >= 0; axis--)
        {
            (output, int index) = Math.DivRem(output, Extents[axis]);
            first += index * First[axis];
            second += index * Second[axis];
        }

        return (first, second);
    }

    private static int[] Pad(ReadOnlySpan<int> steps) => [.. new int[Broadcast.MaximumRank - steps.Length], .. steps];
}
