using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>mul</c>.</summary>
internal sealed class MulCase : PairCase
{
    protected override void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output) =>
        Mul.Run<T, TRounding>(shapes, Codes(vectorCase), input1, input2, output);

    protected override PlanParameters Lower(VectorCase vectorCase, Broadcast shapes) =>
        new MulParameters(Codes(vectorCase), BroadcastStrides.Of(shapes));

    private static ProductCodes Codes(VectorCase vectorCase)
    {
        VectorParameters parameters = vectorCase.Parameters;
        var names = new CaseNames(vectorCase);
        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        return new ProductCodes
        {
            Input1ZeroPoint = names.ZeroPoint(-1, "input1"),
            Input2ZeroPoint = names.ZeroPoint(-1, "input2"),
            OutputZeroPoint = parameters.ZeroPoint("output"),
            Multiplier = parameters.Multiplier("output"),
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }
}
