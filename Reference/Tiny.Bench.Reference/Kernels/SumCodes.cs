using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>How ADD and SUB bring two quantizations to a common scale and the result to a third.</summary>
/// <remarks>
/// <c>term_i = requantize((x_i - InputiZeroPoint) * 2^LeftShift, InputiMultiplier)</c>, then
/// <c>clamp(requantize(term_1 ± term_2, OutputMultiplier) + OutputZeroPoint)</c>. The common scale is twice the larger input scale, so input
/// factors are at most 1/2: no term exceeds 2^29 and no sum 2^30 (int8: 255 * 2^20 &lt; 2^28; int16: 2^15 * 2^15 = 2^30, halved).
/// Source: tflite-micro add_common.cc, CalculateOpDataAdd.
/// </remarks>
public sealed record SumCodes
{
    /// <summary>Bits gained before the inputs are scaled down: 20 for int8, 15 for int16.</summary>
    public required int LeftShift { get; init; }

    /// <summary>Code of real zero in the first input.</summary>
    public int Input1ZeroPoint { get; init; }

    /// <summary>First input scale over the common scale; its shift is at most 0.</summary>
    public required QuantizedMultiplier Input1Multiplier { get; init; }

    /// <summary>Code of real zero in the second input.</summary>
    public int Input2ZeroPoint { get; init; }

    /// <summary>Second input scale over the common scale; its shift is at most 0.</summary>
    public required QuantizedMultiplier Input2Multiplier { get; init; }

    /// <summary>Code of real zero in the output.</summary>
    public int OutputZeroPoint { get; init; }

    /// <summary>Common scale over <c>2^LeftShift</c> times the output scale; its shift is at most 0.</summary>
    public required QuantizedMultiplier OutputMultiplier { get; init; }

    /// <summary>Lowest output code.</summary>
    public required int ActivationMinimum { get; init; }

    /// <summary>Highest output code.</summary>
    public required int ActivationMaximum { get; init; }

    /// <summary>The left shift for an element type.</summary>
    internal static int LeftShiftFor(TensorType type) => type == TensorType.Int16 ? 15 : 20;

    /// <summary>Checks zero points and factors; how the real factors are computed is each operator's own.</summary>
    internal static SumCodes Prepare(
        OperatorContext context, Tensor input1, Tensor input2, Tensor output, int activation, (double Input1, double Input2, double Output) real)
    {
        (int minimum, int maximum) = FusedActivation.CodeRange(context, activation, output);
        return new SumCodes
        {
            LeftShift = LeftShiftFor(output.Type),
            Input1ZeroPoint = context.RequirePerTensor(input1).ZeroPoint,
            Input1Multiplier = context.RequireMultiplier(real.Input1, maximumShift: 0),
            Input2ZeroPoint = context.RequirePerTensor(input2).ZeroPoint,
            Input2Multiplier = context.RequireMultiplier(real.Input2, maximumShift: 0),
            OutputZeroPoint = context.RequirePerTensor(output).ZeroPoint,
            OutputMultiplier = context.RequireMultiplier(real.Output, maximumShift: 0),
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    /// <summary>Both inputs of one output, on the common scale.</summary>
    internal (int First, int Second) Terms<TRounding>(int code1, int code2)
        where TRounding : struct, IRounding =>
        (TRounding.Requantize((code1 - Input1ZeroPoint) << LeftShift, Input1Multiplier),
            TRounding.Requantize((code2 - Input2ZeroPoint) << LeftShift, Input2Multiplier));

    /// <summary>The output code of a value on the common scale.</summary>
    internal int Code<TRounding>(int value)
        where TRounding : struct, IRounding =>
        Math.Clamp(TRounding.Requantize(value, OutputMultiplier) + OutputZeroPoint, ActivationMinimum, ActivationMaximum);
}
