using System.Numerics;
using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Xunit.Abstractions;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Random shapes of int16 codes, with sums of 32 and of 64 bits, against the plain kernels. TINYBENCH_SWEEP sets how many, TINYBENCH_SWEEP_SEED from which on.</summary>
public sealed class FastWideSumsSweepTests(ITestOutputHelper log)
{
    private static readonly int[] Channels = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33];

    private delegate void Kernel<TAccumulator>(ReadOnlySpan<short> input, ReadOnlySpan<sbyte> weights, ReadOnlySpan<TAccumulator> bias, Span<short> output);

    private delegate IFastKernel<short>? Packing<TAccumulator>(ReadOnlySpan<sbyte> weights, ReadOnlySpan<TAccumulator> bias);

    [Fact]
    public void Sums_of_64_bits_are_those_of_the_plain_kernels() => Sweep<long>(QuantizedMultiplier.MaximumReducedShift);

    [Fact]
    public void Sums_of_32_bits_are_those_of_the_plain_kernels() => Sweep<int>(QuantizedMultiplier.MaximumShift);

    // 600 products of -32768 and -128 are 2.4 * 10^9: more than 32 bits hold.
    [Fact]
    public void A_sum_of_more_than_32_bits_is_not_cut()
    {
        const int depth = 600;
        short[] input = [.. Enumerable.Repeat(short.MinValue, depth)];
        sbyte[] weights = [.. Enumerable.Repeat(sbyte.MinValue, depth)];
        var codes = new Requantization
        {
            Multipliers = [new QuantizedMultiplier(1 << 30, -20)],
            ActivationMinimum = short.MinValue,
            ActivationMaximum = short.MaxValue,
        };
        var output = new short[1];

        FullyConnected.TryPack<long, DoubleRounding>(1, depth, 1, codes, weights, [], new HostMemory(1 << 20))!.Run(input, output);

        // The factor is 2^-21: 600 * 2^22 / 2^21.
        Assert.Equal(1200, output[0]);
    }

    private void Sweep<TAccumulator>(int highestShift)
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
    {
        (ulong seed, ulong count) = SweepSettings.Of(usualCount: 400);
        log.WriteLine($"{count} shapes from seed {seed} on, {Int16Dots.Name}");
        int plain = 0;
        for (ulong index = 0; index < count; index++)
        {
            var random = new SplitMix64(seed + index);
            Dialect dialect = Any(random, [.. Dialects.All]);
            if (!dialect.Apply(new Comparison<TAccumulator>(random, highestShift, $"seed {seed + index}, {dialect.Name()}")))
                plain++;
        }

        Assert.InRange(plain, 0, 0.4 * count);
    }

    private static T Any<T>(SplitMix64 random, params T[] values) => values[random.Below(values.Length)];

    // False for a shape that has the plain form only.
    private sealed class Comparison<TAccumulator>(SplitMix64 random, int highestShift, string where) : IRoundingUser<bool>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
    {
        public bool Use<TRounding>()
            where TRounding : struct, IRounding
        {
            switch (random.Below(3))
            {
                case 0:
                    int groups = random.Below(5) == 0 ? 2 : 1, depth = Any(random, Channels);
                    WindowGeometry window = Window(depth * groups, Any(random, Channels) * groups);
                    Requantization codes = Codes(window.OutputChannels);
                    return AreEqual(
                        window.InputCount,
                        window.OutputChannels * window.FilterHeight * window.FilterWidth * depth,
                        window.OutputCount,
                        (input, weights, bias, output) => Conv2D.Run<short, TAccumulator, TRounding>(window, codes, input, weights, bias, output),
                        (weights, bias) => Conv2D.TryPack<TAccumulator, TRounding>(window, codes, weights, bias, new HostMemory(1 << 28)),
                        window.OutputChannels);
                case 1:
                    int channels = Any(random, Channels), multiplier = random.Below(6) == 0 ? 2 : 1;
                    WindowGeometry image = Window(channels, channels * multiplier);
                    Requantization imageCodes = Codes(image.OutputChannels);
                    return AreEqual(
                        image.InputCount,
                        image.OutputChannels * image.FilterHeight * image.FilterWidth,
                        image.OutputCount,
                        (input, weights, bias, output) => DepthwiseConv2D.Run<short, TAccumulator, TRounding>(image, imageCodes, input, weights, bias, output),
                        (weights, bias) => DepthwiseConv2D.TryPack<TAccumulator, TRounding>(image, imageCodes, weights, bias, new HostMemory(1 << 28)),
                        image.OutputChannels);
                default:
                    int batches = 1 + random.Below(3), inputs = 1 + random.Below(600), units = Any(random, Channels);
                    Requantization rowCodes = Codes(units);
                    return AreEqual(
                        batches * inputs,
                        units * inputs,
                        batches * units,
                        (input, weights, bias, output) => FullyConnected.Run<short, TAccumulator, TRounding>(batches, inputs, units, rowCodes, input, weights, bias, output),
                        (weights, bias) => FullyConnected.TryPack<TAccumulator, TRounding>(batches, inputs, units, rowCodes, weights, bias, new HostMemory(1 << 28)),
                        units);
            }
        }

        private bool AreEqual(int inputs, int weightCount, int outputs, Kernel<TAccumulator> plain, Packing<TAccumulator> pack, int channels)
        {
            short[] input = new short[inputs], expected = new short[outputs], got = new short[outputs];
            var weights = new sbyte[weightCount];
            if (random.Below(5) == 0)
                Array.Fill(input, Any(random, short.MinValue, short.MaxValue));
            else
                random.Fill(MemoryMarshal.AsBytes(input.AsSpan()));
            random.Fill(MemoryMarshal.AsBytes(weights.AsSpan()));
            TAccumulator[] bias = random.Below(4) == 0 ? [] : [.. Enumerable.Range(0, channels).Select(_ => TAccumulator.CreateTruncating(random.Below(1 << 20) - (1 << 19)))];
            if (pack(weights, bias) is not { } kernel)
                return false;

            // The second of two runs, as scratch memory is used again.
            kernel.Run(new short[inputs], got);
            kernel.Run(input, got);
            plain(input, weights, bias, expected);
            int first = expected.AsSpan().CommonPrefixLength(got);
            Assert.True(first == outputs, $"{where}, {kernel.Name}: element {first} of {outputs} differs");
            return true;
        }

        private WindowGeometry Window(int inputChannels, int outputChannels)
        {
            int height = Any(random, 1, 3, 1 + random.Below(5)), width = Any(random, 1, 3, 1 + random.Below(5));
            int stride = 1 + random.Below(2), dilation = random.Below(4) == 0 ? 2 : 1;
            int outputHeight = 1 + random.Below(4), outputWidth = 1 + random.Below(5);
            int padTop = random.Below(height), padLeft = random.Below(width);
            return new WindowGeometry
            {
                Batches = 1 + (random.Below(5) == 0 ? 1 : 0),
                InputHeight = Math.Max(1, ((outputHeight - 1) * stride) + ((height - 1) * dilation) + 1 - padTop - random.Below(2)),
                InputWidth = Math.Max(1, ((outputWidth - 1) * stride) + ((width - 1) * dilation) + 1 - padLeft - random.Below(2)),
                InputChannels = inputChannels,
                OutputHeight = outputHeight,
                OutputWidth = outputWidth,
                OutputChannels = outputChannels,
                FilterHeight = height,
                FilterWidth = width,
                StrideHeight = stride,
                StrideWidth = stride,
                DilationHeight = dilation,
                DilationWidth = dilation,
                PadTop = padTop,
                PadLeft = padLeft,
            };
        }

        private Requantization Codes(int channels)
        {
            bool isExtreme = random.Below(4) == 0;
            int minimum = random.Below(3) == 0 ? random.Below(30000) - 20000 : short.MinValue;
            return new Requantization
            {
                InputZeroPoint = random.Below(3) == 0 ? Any(random, short.MinValue, -7, short.MaxValue) : 0,
                FilterZeroPoint = 0,
                OutputZeroPoint = random.Below(3) == 0 ? random.Below(2000) - 1000 : 0,
                Multipliers = [.. Enumerable.Range(0, channels).Select(_ =>
                    new QuantizedMultiplier((1 << 30) + random.Below(1 << 30), isExtreme ? random.Below(highestShift + 32) - 31 : -6 - random.Below(8)))],
                ActivationMinimum = minimum,
                ActivationMaximum = random.Below(3) == 0 ? minimum + random.Below(short.MaxValue - minimum) : short.MaxValue,
            };
        }
    }
}
