using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Computes what a kernel had in hand before it requantized one element: the first thing to compare when an output is wrong.</summary>
public static class AccumulatorOf
{
    /// <summary>The accumulator of one output element; null for an operation that has none, or that a plan cannot carry.</summary>
    /// <param name="vectorCase">The case.</param>
    /// <param name="element">Flat index into the output.</param>
    /// <param name="dialect">The rounding, which ADD needs to scale its inputs.</param>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public static Accumulator? Element(VectorCase vectorCase, int element, Dialect dialect = Dialect.DoubleRounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, vectorCase.Output.Shape.ElementCount);
        return VectorRunner.TryLower(vectorCase) is { } lowered ? Of(lowered, element, dialect) : null;
    }

    private static Accumulator? Of(LoweredCase lowered, int element, Dialect dialect) => lowered.Parameters switch
    {
        Conv2DParameters conv => Convolved(lowered, conv.Window, conv.Codes, element, conv.FilterChannels),
        DepthwiseConv2DParameters depthwise => Convolved(lowered, depthwise.Window, depthwise.Codes, element, filterChannels: null),
        FullyConnectedParameters connected => Connected(lowered, connected, element),
        AddParameters add => With(dialect.Apply(new Addition(lowered, add, element)), add.Codes.OutputMultiplier),
        MulParameters mul => With(Product(lowered, mul, element), mul.Codes.Multiplier),
        _ => null,
    };

    private static Accumulator With(int value, QuantizedMultiplier factor) => new(value, factor.Multiplier, factor.Shift);

    // Sums wrap, as those of the kernels do.
    private static Accumulator Convolved(LoweredCase lowered, WindowGeometry window, Requantization codes, int element, int? filterChannels)
    {
        ReadOnlySpan<sbyte> input = lowered.Inputs[0].Read<sbyte>(), filter = lowered.Weights;
        (int batch, int y, int x, int channel) = OutputPlace.Of(window, element);
        int depth = filterChannels ?? 1;
        int firstInputChannel = filterChannels is null
            ? channel / (window.OutputChannels / window.InputChannels)
            : channel / (window.OutputChannels / (window.InputChannels / depth)) * depth;
        int sum = lowered.Bias?[channel] ?? 0;
        for (int fy = 0; fy < window.FilterHeight; fy++)
        for (int fx = 0; fx < window.FilterWidth; fx++)
        {
            int row = (y * window.StrideHeight) - window.PadTop + (fy * window.DilationHeight);
            int column = (x * window.StrideWidth) - window.PadLeft + (fx * window.DilationWidth);
            if (row < 0 || row >= window.InputHeight || column < 0 || column >= window.InputWidth)
                continue;
            int inputAt = (((((batch * window.InputHeight) + row) * window.InputWidth) + column) * window.InputChannels) + firstInputChannel;
            int tap = (fy * window.FilterWidth) + fx;
            for (int c = 0; c < depth; c++)
            {
                int filterAt = filterChannels is null
                    ? (tap * window.OutputChannels) + channel
                    : (((channel * window.FilterHeight * window.FilterWidth) + tap) * depth) + c;
                sum += (input[inputAt + c] - codes.InputZeroPoint) * (filter[filterAt] - codes.FilterZeroPoint);
            }
        }

        return With(sum, codes.Multipliers[channel]);
    }

    private static Accumulator Connected(LoweredCase lowered, FullyConnectedParameters connected, int element)
    {
        (int batch, int unit) = Math.DivRem(element, connected.Units);
        ReadOnlySpan<sbyte> input = lowered.Inputs[0].Read<sbyte>().Slice(batch * connected.Depth, connected.Depth);
        ReadOnlySpan<sbyte> weights = lowered.Weights.AsSpan(unit * connected.Depth, connected.Depth);
        int sum = lowered.Bias?[unit] ?? 0;
        for (int c = 0; c < input.Length; c++)
            sum += (input[c] - connected.Codes.InputZeroPoint) * (weights[c] - connected.Codes.FilterZeroPoint);
        return With(sum, connected.Codes.Multipliers[unit]);
    }

    private static int Product(LoweredCase lowered, MulParameters mul, int element)
    {
        (sbyte first, sbyte second) = Pair(lowered, mul.Broadcast, element);
        return (first - mul.Codes.Input1ZeroPoint) * (second - mul.Codes.Input2ZeroPoint);
    }

    private static (sbyte First, sbyte Second) Pair(LoweredCase lowered, BroadcastStrides broadcast, int element)
    {
        (int first, int second) = broadcast.Locate(element);
        return (lowered.Inputs[0].Read<sbyte>()[first], lowered.Inputs[1].Read<sbyte>()[second]);
    }

    private sealed class Addition(LoweredCase lowered, AddParameters add, int element) : IRoundingUser<int>
    {
        public int Use<TRounding>()
            where TRounding : struct, IRounding
        {
            (sbyte first, sbyte second) = Pair(lowered, add.Broadcast, element);
            (int term1, int term2) = add.Codes.Terms<TRounding>(first, second);
            return term1 + term2;
        }
    }
}
