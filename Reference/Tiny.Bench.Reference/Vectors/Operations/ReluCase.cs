using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>relu</c>: rescaled, then clamped to the activation range.</summary>
internal sealed class ReluCase : ByteFunctionCase
{
    protected override void Run<TRounding>(VectorCase vectorCase, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        var codes = new Requantization
        {
            InputZeroPoint = vectorCase.Parameters.ZeroPoint("input"),
            OutputZeroPoint = vectorCase.Parameters.ZeroPoint("output"),
            Multipliers = [vectorCase.Parameters.Multiplier("output")],
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
        Relu.Run<TRounding>(codes, input, output);
    }
}
