using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What <c>logistic</c> and <c>tanh</c> share: an input read as Q4.27 within a radius of its zero point.</summary>
internal abstract class BoundedCase : ByteFunctionCase
{
    private const int LargestDistance = byte.MaxValue;

    /// <summary>Runs the kernel.</summary>
    protected abstract void Run<TRounding>(BoundedInput codes, ReadOnlySpan<sbyte> input, Span<sbyte> output)
        where TRounding : struct, IRounding;

    protected sealed override void Run<TRounding>(VectorCase vectorCase, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        VectorParameters parameters = vectorCase.Parameters;
        int zeroPoint = parameters.ZeroPoint("input"), radius = parameters.Int32("input_radius");

        // A scale of 8 or more is shifted left by 31, but leaves no code within the radius.
        QuantizedMultiplier factor = parameters.RequireShift(
            "input",
            new QuantizedMultiplier(parameters.Int32("input_multiplier"), parameters.Int32("input_left_shift")),
            radius == 0 ? QuantizedMultiplier.MaximumShift + 1 : QuantizedMultiplier.MaximumShift);
        if (zeroPoint is < sbyte.MinValue or > sbyte.MaxValue)
            throw vectorCase.Error($"has zero point {zeroPoint}; expected a code of int8");

        // What lies within the radius must fit Q4.27: that is what the radius is for.
        double largest = Math.ScaleB((double)Math.Min(radius, LargestDistance) * factor.Multiplier, factor.Shift - 31);
        if (radius < 0 || factor.Multiplier < 0 || largest >= int.MaxValue)
            throw vectorCase.Error($"reads inputs up to {radius} from its zero point with the factor {factor}; expected at most 2^31 - 1 from it");
        Run<TRounding>(new BoundedInput(zeroPoint, factor, radius), input, output);
    }
}
