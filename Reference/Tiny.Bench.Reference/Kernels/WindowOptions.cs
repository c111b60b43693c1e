namespace Tiny.Bench.Reference.Kernels;

/// <summary>A window as an operator's options and filter give it, not yet checked against the tensors.</summary>
internal readonly record struct WindowOptions(
    Padding Padding,
    int FilterHeight,
    int FilterWidth,
    int StrideHeight,
    int StrideWidth,
    int DilationHeight = 1,
    int DilationWidth = 1)
{
    /// <summary>Checks one axis (output extent included) and returns the padding before it.</summary>
    public int PadBefore(OperatorContext context, string axis, int input, int output, int filter, int stride, int dilation)
    {
        context.Require(Padding is Padding.Same or Padding.Valid, $"padding is {(int)Padding}; expected 0 (SAME) or 1 (VALID)");
        context.Require(filter >= 1, $"the window's {axis} is {filter}; expected at least 1");
        context.Require(stride >= 1, $"the stride along the {axis} is {stride}; expected at least 1");
        context.Require(dilation >= 1, $"the dilation along the {axis} is {dilation}; expected at least 1");

        long effective = ((filter - 1L) * dilation) + 1;
        context.Require(effective <= int.MaxValue / 2, $"the window's {axis} is {effective} with its dilation; expected at most {int.MaxValue / 2}");
        long expected = Padding == Padding.Same
            ? ((long)input + stride - 1) / stride
            : Math.Max(0, ((long)input + stride - effective) / stride);
        context.Require(output == expected && output >= 1, $"the output's {axis} is {output}; input {input}, window {effective}, stride {stride} give {expected}");

        long total = Math.Max(0, ((output - 1L) * stride) + effective - input);
        return (int)(total / 2);
    }
}
