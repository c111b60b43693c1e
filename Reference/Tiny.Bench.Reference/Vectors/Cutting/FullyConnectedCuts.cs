using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Cuts FULLY_CONNECTED: rows, units, depth.</summary>
internal sealed class FullyConnectedCuts : ICaseCuts
{
    public int Steps => 3;

    public IEnumerable<LoweredCase> Smaller(LoweredCase lowered, int step, int element)
    {
        var connected = (FullyConnectedParameters)lowered.Parameters;
        (int batch, int unit) = Math.DivRem(element, connected.Units);
        CutRange rows = Cropping.All(connected.Batches), units = Cropping.All(connected.Units), depth = Cropping.All(connected.Depth);
        return step switch
        {
            0 => CutRange.Around(batch, connected.Batches).Select(kept => Cut(lowered, connected, kept, units, depth)),
            1 => CutRange.Around(unit, connected.Units).Select(kept => Cut(lowered, connected, rows, kept, depth)),
            _ => CutRange.Halves(connected.Depth).Select(kept => Cut(lowered, connected, rows, units, kept)),
        };
    }

    private static LoweredCase Cut(LoweredCase lowered, FullyConnectedParameters connected, CutRange rows, CutRange units, CutRange depth)
    {
        CutRange one = Cropping.All(1);
        sbyte[] input = Cropping.Crop(lowered.Inputs[0].Read<sbyte>(), [1, 1, connected.Batches, connected.Depth], [one, one, rows, depth]);
        return lowered with
        {
            Parameters = connected with
            {
                Batches = rows.Count,
                Units = units.Count,
                Depth = depth.Count,
                Codes = connected.Codes with { Multipliers = connected.Codes.Multipliers[units.First..(units.First + units.Count)] },
            },
            Inputs = [VectorTensor.Of("cut-out", new Shape(rows.Count, depth.Count), input)],
            Weights = Cropping.Crop(lowered.Weights, [1, 1, connected.Units, connected.Depth], [one, one, units, depth]),
            Bias = lowered.Bias?[units.First..(units.First + units.Count)],
        };
    }
}
