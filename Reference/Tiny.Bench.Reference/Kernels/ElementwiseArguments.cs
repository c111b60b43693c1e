using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Checks of operators that take each element for itself.</summary>
internal static class ElementwiseArguments
{
    /// <summary>One input and one output of the same shape and type.</summary>
    public static (Tensor Input, Tensor Output) RequireElementwise(this OperatorContext context)
    {
        context.RequireArity(1, 1);
        Tensor input = context.Input(0), output = context.Output();
        context.RequireShape(output, input.Shape);
        if (output.Type != input.Type)
            throw context.Unsupported(input, output);
        return (input, output);
    }

    /// <summary>Checks an output whose quantization the kernel does not choose: one scale, right to a thousandth, and a zero point.</summary>
    public static void RequireOutputQuantization(this OperatorContext context, Tensor output, float scale, int zeroPoint, float tolerance = 1e-3f)
    {
        ReadOnlySpan<float> scales = output.Quantization.Scales.Span;
        context.Require(
            scales.Length == 1 && Math.Abs(scales[0] - scale) <= tolerance * scale && output.Quantization.ZeroPoint == zeroPoint,
            $"tensor {output.Index} has scales [{string.Join(", ", scales.ToArray())}] and zero points "
                + $"[{string.Join(", ", output.Quantization.ZeroPoints.ToArray())}]; expected scale {scale} and zero point {zeroPoint}");
    }
}
