using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>CONV_2D.</summary>
/// <param name="Window">The window.</param>
/// <param name="Codes">One multiplier per output channel.</param>
/// <param name="FilterChannels">Input channels of one group.</param>
internal sealed record Conv2DParameters(WindowGeometry Window, Requantization Codes, int FilterChannels)
    : PlanParameters(BuiltinOperator.Conv2D, InputCount: 3)
{
    public override void Write(PlanFieldWriter fields)
    {
        fields.Window(Window);
        fields.Codes(Codes);
        fields.Int32(FilterChannels);
        fields.Multipliers(Codes.Multipliers);
    }

    public static Conv2DParameters Read(PlanFieldReader fields)
    {
        WindowGeometry window = fields.Window();
        Requantization codes = fields.Codes();
        int filterChannels = fields.Count("filter channels");
        if (window.InputChannels % filterChannels != 0 || window.OutputChannels % (window.InputChannels / filterChannels) != 0)
        {
            throw fields.Error(
                $"filters of {filterChannels} channels do not divide {window.InputChannels} input and {window.OutputChannels} output channels into groups");
        }

        codes = codes with { Multipliers = fields.Multipliers(window.OutputChannels) };
        fields.RequireInput(0, TensorType.Int8, window.Batches, window.InputHeight, window.InputWidth, window.InputChannels);
        fields.RequireInput(1, TensorType.Int8, window.OutputChannels, window.FilterHeight, window.FilterWidth, filterChannels);
        fields.RequireBias(window.OutputChannels);
        fields.RequireOutput(TensorType.Int8, window.Batches, window.OutputHeight, window.OutputWidth, window.OutputChannels);
        return new Conv2DParameters(window, codes, filterChannels);
    }
}
