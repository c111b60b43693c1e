using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>The window of a case: explicit padding, stride and dilation over NHWC tensors.</summary>
internal static class CaseWindow
{
    private const int LargestExtent = 1 << 20;

    /// <summary>Reads and checks it.</summary>
    public static WindowGeometry Of(VectorCase vectorCase, (int Height, int Width) filter)
    {
        VectorTensor inputTensor = vectorCase.Tensor("input");
        Shape input = inputTensor.Shape, output = vectorCase.Output.Shape;
        if (input.Rank != 4 || output.Rank != 4 || input[0] != output[0])
            throw vectorCase.Error($"input {input} and output {output} are no NHWC tensors of one batch size");
        if (input.ElementCount == 0 || output.ElementCount == 0)
            throw vectorCase.Error($"input {input} or output {output} is empty; expected at least one element");

        VectorParameters parameters = vectorCase.Parameters;
        VectorParameters padding = parameters.Child("padding");
        (int strideHeight, int strideWidth) = parameters.AxisPair("stride");
        (int dilationHeight, int dilationWidth) = parameters.AxisPair("dilation");
        int top = padding.Int32("top"), left = padding.Int32("left");
        foreach (int value in (ReadOnlySpan<int>)[filter.Height, filter.Width, strideHeight, strideWidth, dilationHeight, dilationWidth])
        {
            if (value is < 1 or > LargestExtent)
                throw vectorCase.Error($"has a window, stride or dilation of {value}; expected 1 to {LargestExtent}");
        }

        if (Math.Abs((long)top) > LargestExtent || Math.Abs((long)left) > LargestExtent)
            throw vectorCase.Error($"has a padding of {top} above and {left} left; expected at most {LargestExtent}");
        RequireReach(vectorCase, input[1], output[1], filter.Height, strideHeight, dilationHeight);
        RequireReach(vectorCase, input[2], output[2], filter.Width, strideWidth, dilationWidth);

        return new WindowGeometry
        {
            Batches = input[0],
            InputHeight = input[1],
            InputWidth = input[2],
            InputChannels = input[3],
            OutputHeight = output[1],
            OutputWidth = output[2],
            OutputChannels = output[3],
            FilterHeight = filter.Height,
            FilterWidth = filter.Width,
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
            DilationHeight = dilationHeight,
            DilationWidth = dilationWidth,
            PadTop = top,
            PadLeft = left,
        };
    }

    /// <summary>Checks that a window is not dilated, for the operations that have no dilation.</summary>
    public static void RequireNoDilation(VectorCase vectorCase, WindowGeometry window)
    {
        if (window.DilationHeight != 1 || window.DilationWidth != 1)
            throw new UnsupportedVectorException(vectorCase.Id, $"no kernel dilates {vectorCase.Operation}");
    }

    // Kernels compute positions in 32 bits; the padding comes on top.
    private static void RequireReach(VectorCase vectorCase, int input, int output, int filter, int stride, int dilation)
    {
        long reach = (Math.Max(input, output) * (long)stride) + ((long)filter * dilation);
        if (reach > int.MaxValue / 2)
            throw vectorCase.Error($"a window of {filter} with stride {stride} and dilation {dilation} over {input} to {output} positions reaches too far");
    }
}
