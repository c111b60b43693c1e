using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>add</c>.</summary>
internal sealed class AddCase : PairCase
{
    protected override void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output) =>
        Add.Run<T, TRounding>(shapes, Codes(vectorCase), input1, input2, output);

    protected override IFastPair? TryPack<TRounding>(VectorCase vectorCase, Broadcast shapes) =>
        Add.TryPack<TRounding>(shapes, Codes(vectorCase), CaseCodes.Memory());

    protected override PlanParameters Lower(VectorCase vectorCase, Broadcast shapes) =>
        new AddParameters(Codes(vectorCase), BroadcastStrides.Of(shapes));

    /// <summary>The parameters that <c>add</c> and <c>sub</c> share.</summary>
    internal static SumCodes Codes(VectorCase vectorCase)
    {
        VectorParameters parameters = vectorCase.Parameters;
        var names = new CaseNames(vectorCase);
        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        return new SumCodes
        {
            LeftShift = parameters.Int32("left_shift"),
            Input1ZeroPoint = names.ZeroPoint(-1, "input1"),
            Input1Multiplier = names.Multiplier(QuantizedMultiplier.MaximumShift, "input1"),
            Input2ZeroPoint = names.ZeroPoint(-1, "input2"),
            Input2Multiplier = names.Multiplier(QuantizedMultiplier.MaximumShift, "input2"),
            OutputZeroPoint = parameters.ZeroPoint("output"),
            OutputMultiplier = parameters.Multiplier("output"),
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }
}
