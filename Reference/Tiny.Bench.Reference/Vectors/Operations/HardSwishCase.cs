using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>hard_swish</c>: both multipliers are Q0.15 already.</summary>
internal sealed class HardSwishCase : ByteFunctionCase
{
    protected override void Run<TRounding>(VectorCase vectorCase, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        QuantizedMultiplier toOutput = Reduced("output", highestShift: 0), toRelu = Reduced("reluish", QuantizedMultiplier.MaximumShift);
        int inputZeroPoint = vectorCase.Parameters.ZeroPoint("input");
        if (inputZeroPoint is < sbyte.MinValue or > sbyte.MaxValue)
            throw vectorCase.Error($"has zero point {inputZeroPoint}; expected a code of int8");
        var codes = new HardSwishCodes(
            inputZeroPoint,
            vectorCase.Parameters.ZeroPoint("output"),
            (short)toOutput.Multiplier,
            toOutput.Shift,
            (short)toRelu.Multiplier,
            toRelu.Shift);
        HardSwish.Run(codes, input, output);

        QuantizedMultiplier Reduced(string name, int highestShift)
        {
            QuantizedMultiplier factor = vectorCase.Parameters.Multiplier(name);
            return factor.Multiplier is >= 0 and <= short.MaxValue && factor.Shift <= highestShift
                ? factor
                : throw vectorCase.Error($"has the factor {factor} for {name}; expected a multiplier of 15 bits, shifted left by {highestShift} at most");
        }
    }
}
