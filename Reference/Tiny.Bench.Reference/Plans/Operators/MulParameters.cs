using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>MUL.</summary>
internal sealed record MulParameters(ProductCodes Codes, BroadcastStrides Broadcast) : PlanParameters(BuiltinOperator.Mul, InputCount: 2)
{
    public override void Write(PlanFieldWriter fields)
    {
        fields.Int32(Codes.Input1ZeroPoint, Codes.Input2ZeroPoint);
        fields.Multiplier(Codes.Multiplier);
        fields.Int32(Codes.OutputZeroPoint, Codes.ActivationMinimum, Codes.ActivationMaximum);
        fields.Broadcast(Broadcast);
    }

    public static MulParameters Read(PlanFieldReader fields)
    {
        int zeroPoint1 = fields.ZeroPoint("a zero point"), zeroPoint2 = fields.ZeroPoint("b zero point");
        QuantizedMultiplier multiplier = fields.Multiplier("output");
        int outputZeroPoint = fields.ZeroPoint("output zero point");
        (int minimum, int maximum) = fields.Activation();
        var codes = new ProductCodes
        {
            Input1ZeroPoint = zeroPoint1,
            Input2ZeroPoint = zeroPoint2,
            OutputZeroPoint = outputZeroPoint,
            Multiplier = multiplier,
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
        return new MulParameters(codes, fields.Broadcast());
    }
}
