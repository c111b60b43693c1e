using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>FULLY_CONNECTED.</summary>
/// <param name="Batches">Rows.</param>
/// <param name="Depth">Elements of an input row.</param>
/// <param name="Units">Elements of an output row.</param>
/// <param name="Codes">One multiplier per unit.</param>
internal sealed record FullyConnectedParameters(int Batches, int Depth, int Units, Requantization Codes)
    : PlanParameters(BuiltinOperator.FullyConnected, InputCount: 3)
{
    public override void Write(PlanFieldWriter fields)
    {
        fields.Int32(Batches, Depth, Units);
        fields.Codes(Codes);
        fields.Multipliers(Codes.Multipliers);
    }

    public static FullyConnectedParameters Read(PlanFieldReader fields)
    {
        int batches = fields.Count("batches"), depth = fields.Count("input depth"), units = fields.Count("output depth");
        Requantization codes = fields.Codes();
        codes = codes with { Multipliers = fields.Multipliers(units) };
        fields.RequireInput(0, TensorType.Int8, batches, depth);
        fields.RequireInput(1, TensorType.Int8, units, depth);
        fields.RequireBias(units);
        fields.RequireOutput(TensorType.Int8, batches, units);
        return new FullyConnectedParameters(batches, depth, units, codes);
    }
}
