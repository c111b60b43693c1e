using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>window_prep</c>: rows of image, window, stride, dilation and padding to the number of windows and the padding before the first.</summary>
internal sealed class WindowPrepareCase : VectorOperation
{
    private const int Largest = 1 << 15;

    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor geometry = vectorCase.Tensor("geometry");
        if (geometry.Shape.Rank != 2 || geometry.Shape[1] != 5)
            throw vectorCase.Error($"geometry has shape {geometry.Shape}; expected rows of 5");
        return geometry.Read<int>().ToArray().Chunk(5).SelectMany(row => Place(vectorCase, row)).ToArray();
    }

    private static int[] Place(VectorCase vectorCase, int[] row)
    {
        if (row is not [>= 1 and <= Largest and var image, >= 1 and <= Largest and var window, >= 1 and <= Largest and var stride,
            >= 1 and <= Largest and var dilation, 0 or 1])
            throw vectorCase.Error($"has the geometry [{string.Join(',', row)}]; expected image, window, stride, dilation of 1 to {Largest}, and 0 or 1");
        long effective = ((window - 1L) * dilation) + 1;
        long windows = WindowOptions.Windows((Padding)row[4], image, effective, stride);
        return [(int)windows, WindowOptions.PadBefore(image, windows, effective, stride)];
    }
}
