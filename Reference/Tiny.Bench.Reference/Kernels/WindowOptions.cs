namespace Tiny.Bench.Reference.Kernels;

/// <summary>A window as an operator's options and filter give it, not yet checked against the tensors.</summary>
internal readonly record struct WindowOptions(
    Padding Padding,
    int FilterHeight,
    int FilterWidth,
    int StrideHeight,
    int StrideWidth,
    int DilationHeight = 1,
    int DilationWidth = 1,
    bool Transposed = false)
{
    /// <summary>Checks one axis and returns the padding before it.</summary>
    /// <param name="context">Says where an error is.</param>
    /// <param name="axis">What errors call the axis.</param>
    /// <param name="image">Extent that the window slides over: the input's, of a transposed convolution the output's.</param>
    /// <param name="windows">Number of places the window takes, which <paramref name="image"/> decides.</param>
    /// <param name="filter">Taps of the window.</param>
    /// <param name="stride">Cells between two places.</param>
    /// <param name="dilation">Cells between two taps.</param>
    public int PadBefore(OperatorContext context, string axis, int image, int windows, int filter, int stride, int dilation)
    {
        context.Require(Padding is Padding.Same or Padding.Valid, $"padding is {(int)Padding}; expected 0 (SAME) or 1 (VALID)");
        context.Require(filter >= 1, $"the window's {axis} is {filter}; expected at least 1");
        context.Require(stride >= 1, $"the stride along the {axis} is {stride}; expected at least 1");
        context.Require(dilation >= 1, $"the dilation along the {axis} is {dilation}; expected at least 1");

        long effective = ((filter - 1L) * dilation) + 1;
        context.Require(effective <= int.MaxValue / 2, $"the window's {axis} is {effective} with its dilation; expected at most {int.MaxValue / 2}");
        long expected = Windows(Padding, image, effective, stride);
        (string imageName, string windowsName) = Transposed ? ("output", "input") : ("input", "output");
        context.Require(
            windows == expected && windows >= 1,
            $"the {windowsName}'s {axis} is {windows}; {imageName} {image}, window {effective}, stride {stride} give {expected}");

        return PadBefore(image, windows, effective, stride);
    }

    /// <summary>Number of places that a window of <paramref name="effective"/> cells takes along an axis.</summary>
    public static long Windows(Padding padding, int image, long effective, int stride) => padding == Padding.Same
        ? ((long)image + stride - 1) / stride
        : Math.Max(0, ((long)image + stride - effective) / stride);

    /// <summary>Cells of padding before the image; an odd one more comes after it.</summary>
    public static int PadBefore(int image, long windows, long effective, int stride) =>
        (int)(Math.Max(0, ((windows - 1) * stride) + effective - image) / 2);
}
