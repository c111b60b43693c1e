using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>mul</c>.</summary>
internal sealed class MulCase : PairCase
{
    protected override void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
    {
        VectorParameters parameters = vectorCase.Parameters;
        var names = new CaseNames(vectorCase);
        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        var codes = new ProductCodes
        {
            Input1ZeroPoint = names.ZeroPoint(-1, "input1"),
            Input2ZeroPoint = names.ZeroPoint(-1, "input2"),
            OutputZeroPoint = parameters.ZeroPoint("output"),
            Multiplier = parameters.Multiplier("output"),
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
        Mul.Run<T, TRounding>(shapes, codes, input1, input2, output);
    }
}
