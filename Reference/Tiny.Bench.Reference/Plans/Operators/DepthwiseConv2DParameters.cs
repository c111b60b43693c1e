using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>DEPTHWISE_CONV_2D.</summary>
/// <param name="Window">The window.</param>
/// <param name="Codes">One multiplier per output channel.</param>
internal sealed record DepthwiseConv2DParameters(WindowGeometry Window, Requantization Codes)
    : PlanParameters(BuiltinOperator.DepthwiseConv2D, InputCount: 3)
{
    public override void Write(PlanFieldWriter fields)
    {
        fields.Window(Window);
        fields.Codes(Codes);
        fields.Int32(Window.OutputChannels / Window.InputChannels);
        fields.Multipliers(Codes.Multipliers);
    }

    public static DepthwiseConv2DParameters Read(PlanFieldReader fields)
    {
        WindowGeometry window = fields.Window();
        Requantization codes = fields.Codes();
        int depthMultiplier = fields.Count("depth multiplier");
        if ((long)depthMultiplier * window.InputChannels != window.OutputChannels)
            throw fields.Error($"the depth multiplier is {depthMultiplier}; {window.InputChannels} input channels give {window.OutputChannels} output channels");

        codes = codes with { Multipliers = fields.Multipliers(window.OutputChannels) };
        fields.RequireInput(0, TensorType.Int8, window.Batches, window.InputHeight, window.InputWidth, window.InputChannels);
        fields.RequireInput(1, TensorType.Int8, window.FilterHeight, window.FilterWidth, window.OutputChannels);
        fields.RequireBias(window.OutputChannels);
        fields.RequireOutput(TensorType.Int8, window.Batches, window.OutputHeight, window.OutputWidth, window.OutputChannels);
        return new DepthwiseConv2DParameters(window, codes);
    }
}
