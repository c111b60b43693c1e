using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>SVDF: a filter over the features of a step, then one over the last steps of its results, summed over a unit's ranks.</summary>
/// <remarks>
/// int8 input and output; state and time weights int16 or int8. Sums are int32 and wrap as TFLM's do.
/// Source: tflite-micro svdf_common.cc, EvalIntegerSvdfReference; spec section 10.
/// </remarks>
public sealed partial class Svdf : IKernel
{
    /// <summary>Computes one step.</summary>
    /// <param name="geometry">Extents.</param>
    /// <param name="codes">Zero points, factors and clamps.</param>
    /// <param name="input">[B,I].</param>
    /// <param name="featureWeights">[F,I]; the filters of a unit are neighbours.</param>
    /// <param name="timeWeights">[F,M], oldest step first.</param>
    /// <param name="bias">[U], or empty for none.</param>
    /// <param name="state">[B,F,M], oldest step first; moves on by one step.</param>
    /// <param name="output">[B,U].</param>
    public static void Run<TState, TRounding>(
        SvdfGeometry geometry,
        SvdfCodes codes,
        ReadOnlySpan<sbyte> input,
        ReadOnlySpan<sbyte> featureWeights,
        ReadOnlySpan<TState> timeWeights,
        ReadOnlySpan<int> bias,
        Span<TState> state,
        Span<sbyte> output)
        where TState : unmanaged, IBinaryInteger<TState>
        where TRounding : struct, IRounding
    {
        for (int batch = 0; batch < geometry.Batches; batch++)
        {
            ReadOnlySpan<sbyte> features = input.Slice(batch * geometry.InputSize, geometry.InputSize);
            for (int unit = 0; unit < geometry.Units; unit++)
            {
                int sum = bias.IsEmpty ? 0 : bias[unit];
                for (int rank = 0; rank < geometry.Rank; rank++)
                {
                    int filter = (unit * geometry.Rank) + rank;
                    Span<TState> memory = state.Slice(((batch * geometry.Filters) + filter) * geometry.Memory, geometry.Memory);
                    memory[1..].CopyTo(memory);
                    memory[^1] = Newest<TState, TRounding>(codes, features, featureWeights.Slice(filter * geometry.InputSize, geometry.InputSize));
                    ReadOnlySpan<TState> weights = timeWeights.Slice(filter * geometry.Memory, geometry.Memory);
                    for (int step = 0; step < weights.Length; step++)
                        sum += int.CreateTruncating(weights[step]) * (int.CreateTruncating(memory[step]) - codes.StateZeroPoint);
                }

                int code = TRounding.Requantize(sum, codes.TimeMultiplier) + codes.OutputZeroPoint;
                output[(batch * geometry.Units) + unit] = (sbyte)Math.Clamp(code, codes.OutputMinimum, codes.OutputMaximum);
            }
        }
    }

    private static TState Newest<TState, TRounding>(SvdfCodes codes, ReadOnlySpan<sbyte> features, ReadOnlySpan<sbyte> weights)
        where TState : unmanaged, IBinaryInteger<TState>
        where TRounding : struct, IRounding
    {
        int sum = 0;
        for (int i = 0; i < features.Length; i++)
            sum += weights[i] * (features[i] - codes.InputZeroPoint);
        int value = Math.Clamp(TRounding.Requantize(sum, codes.FeatureMultiplier), codes.StateMinimum, codes.StateMaximum);

        // The zero point comes after the clamp and may wrap, as in the snapshot that spec section 10 describes.
        return TState.CreateTruncating(value + codes.StateZeroPoint);
    }
}
