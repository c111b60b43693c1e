using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>The clamp that an operator applies to its result. Source: spec section 3; tflite kernel_util.cc, CalculateActivationRangeQuantized.</summary>
internal static class FusedActivation
{
    private const int None = 0;
    private const int Relu = 1;
    private const int ReluN1To1 = 2;
    private const int Relu6 = 3;

    /// <summary>The range of output codes, from the output's own scale and zero point.</summary>
    public static (int Minimum, int Maximum) CodeRange(OperatorContext context, int activation, Tensor output)
    {
        (int lowest, int highest) = output.Type == TensorType.Int16
            ? (short.MinValue, short.MaxValue)
            : (sbyte.MinValue, sbyte.MaxValue);
        (float minimum, float maximum) = FloatRange(context, activation);
        (float scale, int zeroPoint) = context.RequirePerTensor(output);
        return (
            float.IsNegativeInfinity(minimum) ? lowest : Math.Max(lowest, Code(minimum, scale, zeroPoint)),
            float.IsPositiveInfinity(maximum) ? highest : Math.Min(highest, Code(maximum, scale, zeroPoint)));
    }

    /// <summary>The range of real values.</summary>
    public static (float Minimum, float Maximum) FloatRange(OperatorContext context, int activation) => activation switch
    {
        None => (float.NegativeInfinity, float.PositiveInfinity),
        Relu => (0, float.PositiveInfinity),
        ReluN1To1 => (-1, 1),
        Relu6 => (0, 6),
        _ => throw context.Error($"fused activation is {activation}; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)"),
    };

    private static int Code(float real, float scale, int zeroPoint) =>
        (int)Math.Clamp(zeroPoint + (double)MathF.Round(real / scale, MidpointRounding.AwayFromZero), int.MinValue, int.MaxValue);
}
