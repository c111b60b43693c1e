using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>relu6</c>: the clamp alone, between the input codes of 0 and 6.</summary>
internal sealed class Relu6Case : ByteFunctionCase
{
    protected override void Run<TRounding>(VectorCase vectorCase, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        (int zero, int six) = CaseCodes.Clamp(vectorCase);
        if (zero < sbyte.MinValue || six > sbyte.MaxValue)
            throw vectorCase.Error($"clamps to {zero} .. {six}; expected codes of int8");
        Relu6.Run((sbyte)zero, (sbyte)six, input, output);
    }
}
