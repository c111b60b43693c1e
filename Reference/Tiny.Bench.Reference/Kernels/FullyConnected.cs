using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>FULLY_CONNECTED: every unit weighs every element of a row.</summary>
/// <remarks>Source: tflite reference/integer_ops/fully_connected.h, FullyConnected; spec section 7, section 12 for int16 activations.</remarks>
public sealed partial class FullyConnected : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="batches">Rows of the input.</param>
    /// <param name="depth">Elements of a row.</param>
    /// <param name="units">Elements of a row of the output.</param>
    /// <param name="codes">One multiplier per unit.</param>
    /// <param name="input">[batches,depth].</param>
    /// <param name="filter">[units,depth].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="output">[batches,units].</param>
    public static void Run<TActivation, TAccumulator, TRounding>(
        int batches,
        int depth,
        int units,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding
    {
        int at = 0;
        for (int batch = 0; batch < batches; batch++)
        for (int unit = 0; unit < units; unit++)
        {
            ReadOnlySpan<TActivation> inputs = input.Slice(batch * depth, depth);
            ReadOnlySpan<sbyte> weights = filter.Slice(unit * depth, depth);
            TAccumulator sum = bias.IsEmpty ? TAccumulator.Zero : bias[unit];
            for (int c = 0; c < depth; c++)
            {
                int product = (int.CreateTruncating(inputs[c]) - codes.InputZeroPoint) * (weights[c] - codes.FilterZeroPoint);
                sum += TAccumulator.CreateTruncating(product);
            }

            int code = FixedPoint.Requantize<TAccumulator, TRounding>(sum, codes.Multipliers[unit]) + codes.OutputZeroPoint;
            output[at++] = TActivation.CreateTruncating(Math.Clamp(code, codes.ActivationMinimum, codes.ActivationMaximum));
        }
    }
}
