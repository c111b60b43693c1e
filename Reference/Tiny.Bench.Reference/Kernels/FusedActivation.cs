using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>The clamp that an operator applies to its result. Source: spec section 3; tflite kernel_util.cc, CalculateActivationRangeQuantized.</summary>
internal static class FusedActivation
{
    /// <summary>The schema's number for no activation.</summary>
    public const int None = 0;

    /// <summary>The schema's number for RELU.</summary>
    public const int Relu = 1;

    /// <summary>The schema's number for RELU_N1_TO_1.</summary>
    public const int ReluN1To1 = 2;

    /// <summary>The schema's number for RELU6.</summary>
    public const int Relu6 = 3;

    /// <summary>The range of output codes, from the output's own scale and zero point.</summary>
    public static (int Minimum, int Maximum) CodeRange(OperatorContext context, int activation, Tensor output)
    {
        (float scale, int zeroPoint) = context.RequirePerTensor(output);
        return CodeRange(output.Type, FloatRange(context, activation), scale, zeroPoint);
    }

    /// <summary>The codes of a range of real values, cut to the type's.</summary>
    public static (int Minimum, int Maximum) CodeRange(TensorType type, (float Minimum, float Maximum) range, float scale, int zeroPoint)
    {
        (int lowest, int highest) = type == TensorType.Int16 ? (short.MinValue, short.MaxValue) : (sbyte.MinValue, sbyte.MaxValue);
        (float minimum, float maximum) = range;
        return (
            float.IsNegativeInfinity(minimum) ? lowest : Math.Max(lowest, Code(minimum, scale, zeroPoint)),
            float.IsPositiveInfinity(maximum) ? highest : Math.Min(highest, Code(maximum, scale, zeroPoint)));
    }

    /// <summary>The range of real values.</summary>
    public static (float Minimum, float Maximum) FloatRange(OperatorContext context, int activation) => FloatRange(activation)
        ?? throw context.Error($"fused activation is {activation}; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)");

    /// <summary>The range of real values; null for a number that is no activation.</summary>
    public static (float Minimum, float Maximum)? FloatRange(int activation) => activation switch
    {
        None => (float.NegativeInfinity, float.PositiveInfinity),
        Relu => (0, float.PositiveInfinity),
        ReluN1To1 => (-1, 1),
        Relu6 => (0, 6),
        _ => null,
    };

    private static int Code(float real, float scale, int zeroPoint) =>
        (int)Math.Clamp(zeroPoint + (double)MathF.Round(real / scale, MidpointRounding.AwayFromZero), int.MinValue, int.MaxValue);
}
