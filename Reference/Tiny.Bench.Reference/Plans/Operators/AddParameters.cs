using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>ADD.</summary>
internal sealed record AddParameters(SumCodes Codes, BroadcastStrides Broadcast) : PlanParameters(BuiltinOperator.Add, InputCount: 2)
{
    // Codes of 8 bits less a zero point take 9: with 20 more they stay far from 2^31.
    private const int MaximumLeftShift = 20;

    public override void Write(PlanFieldWriter fields)
    {
        fields.Int32(Codes.LeftShift, Codes.Input1ZeroPoint);
        fields.Multiplier(Codes.Input1Multiplier);
        fields.Int32(Codes.Input2ZeroPoint);
        fields.Multiplier(Codes.Input2Multiplier);
        fields.Multiplier(Codes.OutputMultiplier);
        fields.Int32(Codes.OutputZeroPoint, Codes.ActivationMinimum, Codes.ActivationMaximum);
        fields.Broadcast(Broadcast);
    }

    public static AddParameters Read(PlanFieldReader fields)
    {
        int leftShift = fields.Int32("left shift", 0, MaximumLeftShift);
        int zeroPoint1 = fields.ZeroPoint("a zero point");
        QuantizedMultiplier multiplier1 = fields.Multiplier("a", maximumShift: 0);
        int zeroPoint2 = fields.ZeroPoint("b zero point");
        QuantizedMultiplier multiplier2 = fields.Multiplier("b", maximumShift: 0), output = fields.Multiplier("output", maximumShift: 0);
        int outputZeroPoint = fields.ZeroPoint("output zero point");
        (int minimum, int maximum) = fields.Activation();
        var codes = new SumCodes
        {
            LeftShift = leftShift,
            Input1ZeroPoint = zeroPoint1,
            Input1Multiplier = multiplier1,
            Input2ZeroPoint = zeroPoint2,
            Input2Multiplier = multiplier2,
            OutputZeroPoint = outputZeroPoint,
            OutputMultiplier = output,
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
        return new AddParameters(codes, fields.Broadcast());
    }
}
