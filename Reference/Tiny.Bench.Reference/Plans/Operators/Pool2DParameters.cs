using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>AVERAGE_POOL_2D and MAX_POOL_2D.</summary>
/// <param name="Code">Which of them.</param>
/// <param name="Window">The window, not dilated.</param>
/// <param name="ActivationMinimum">Lowest output code.</param>
/// <param name="ActivationMaximum">Highest output code.</param>
internal sealed record Pool2DParameters(BuiltinOperator Code, WindowGeometry Window, int ActivationMinimum, int ActivationMaximum)
    : PlanParameters(Code, InputCount: 1)
{
    // An int32 holds the sum of as many codes.
    private const int MostPlaces = 1 << 23;

    public override void Write(PlanFieldWriter fields)
    {
        fields.Window(Window);
        fields.Int32(ActivationMinimum, ActivationMaximum);
    }

    public static Pool2DParameters Read(BuiltinOperator code, PlanFieldReader fields)
    {
        WindowGeometry window = fields.Window();
        if (window.InputChannels != window.OutputChannels)
            throw fields.Error($"has {window.OutputChannels} output channels; expected {window.InputChannels} as the input");
        if (window.DilationHeight != 1 || window.DilationWidth != 1)
            throw fields.Error($"the dilation is {window.DilationHeight} x {window.DilationWidth}; expected none");
        RequireContact(fields, "row", window.PadTop, window.FilterHeight, window.OutputHeight, window.StrideHeight, window.InputHeight);
        RequireContact(fields, "column", window.PadLeft, window.FilterWidth, window.OutputWidth, window.StrideWidth, window.InputWidth);
        long places = (long)Math.Min(window.FilterHeight, window.InputHeight) * Math.Min(window.FilterWidth, window.InputWidth);
        if (places >= MostPlaces)
            throw fields.Error($"the window covers {places} places; expected less than {MostPlaces}");
        (int minimum, int maximum) = fields.Activation();
        fields.RequireInput(0, TensorType.Int8, window.Batches, window.InputHeight, window.InputWidth, window.InputChannels);
        fields.RequireOutput(TensorType.Int8, window.Batches, window.OutputHeight, window.OutputWidth, window.OutputChannels);
        return new Pool2DParameters(code, window, minimum, maximum);
    }

    // The mean over no positions has no value. The windows between the first and the last touch the image when these two do.
    private static void RequireContact(PlanFieldReader fields, string axis, int padding, int filter, int places, int stride, int image)
    {
        if (padding >= filter || ((places - 1L) * stride) - padding >= image)
            throw fields.Error($"the window of the first or last output {axis} lies outside the image");
    }
}
