using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Xunit.Abstractions;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Random shapes and factors of what sums no products, against the plain kernels. TINYBENCH_SWEEP sets how many, TINYBENCH_SWEEP_SEED from which on.</summary>
public sealed class FastOperatorsSweepTests(ITestOutputHelper log)
{
    private static readonly int[] Lengths = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 257];
    private static readonly int[] Channels = [1, 8, 15, 16, 17, 31, 32, 33, 40, 64, 65];
    private static readonly QuantizedMultiplier Half = new(1 << 30, 0);
    private static readonly sbyte[] Ends = [sbyte.MinValue, sbyte.MaxValue];

    [Fact]
    public void Sums_of_two_inputs_are_those_of_the_plain_kernel() => Sweep(mostPlain: 0, new Additions());

    [Fact]
    public void Means_of_windows_are_those_of_the_plain_kernel() => Sweep(mostPlain: 0.5, new Pools());

    [Fact]
    public void Means_over_axes_are_those_of_the_plain_kernel() => Sweep(mostPlain: 0.7, new Means());

    [Fact]
    public void Shares_of_softmax_are_those_of_the_plain_kernel() => Sweep(mostPlain: 0, new Softmaxes());

    private void Sweep(double mostPlain, ISwept swept)
    {
        (ulong seed, ulong count) = SweepSettings.Of(usualCount: 400);
        log.WriteLine($"{count} shapes from seed {seed} on");
        int plain = 0;
        for (ulong index = 0; index < count; index++)
        {
            var random = new SplitMix64(seed + index);
            Dialect dialect = Any(random, [.. Dialects.All]);
            (sbyte[] expected, sbyte[]? got) = dialect.Apply(new Run(swept, random));
            plain += got is null ? 1 : 0;
            int first = got is null ? expected.Length : expected.AsSpan().CommonPrefixLength(got);
            Assert.True(first == expected.Length, $"seed {seed + index}, {dialect.Name()}: element {first} of {expected.Length} differs");
        }

        Assert.InRange(plain, 0, mostPlain * count);
    }

    private static T Any<T>(SplitMix64 random, params T[] values) => values[random.Below(values.Length)];

    private static sbyte[] Codes(SplitMix64 random, int count)
    {
        var codes = new sbyte[count];
        if (random.Below(5) == 0)
            Array.Fill(codes, Any(random, Ends));
        else
            random.Fill(MemoryMarshal.AsBytes(codes.AsSpan()));
        return codes;
    }

    private static QuantizedMultiplier Factor(SplitMix64 random, int highestShift) =>
        random.Below(9) == 0 ? default : new QuantizedMultiplier(Any(random, (1 << 30) + random.Below(1 << 30), 1 << 30, int.MaxValue), highestShift - random.Below(12));

    private static (int Minimum, int Maximum) Clamp(SplitMix64 random)
    {
        int minimum = random.Below(3) == 0 ? random.Below(200) - 128 : -128;
        return (minimum, random.Below(3) == 0 ? minimum + random.Below(128 - minimum) : 127);
    }

    // Null stands for a shape that has the plain form only.
    private interface ISwept
    {
        (sbyte[] Plain, sbyte[]? Fast) Compute<TRounding>(SplitMix64 random)
            where TRounding : struct, IRounding;
    }

    private sealed class Run(ISwept swept, SplitMix64 random) : IRoundingUser<(sbyte[] Plain, sbyte[]? Fast)>
    {
        public (sbyte[] Plain, sbyte[]? Fast) Use<TRounding>()
            where TRounding : struct, IRounding => swept.Compute<TRounding>(random);
    }

    private sealed class Additions : ISwept
    {
        public (sbyte[] Plain, sbyte[]? Fast) Compute<TRounding>(SplitMix64 random)
            where TRounding : struct, IRounding
        {
            int count = Any(random, Lengths);
            sbyte[] input1 = Codes(random, count), input2 = Codes(random, count), plain = new sbyte[count], fast = new sbyte[count];
            (int minimum, int maximum) = Clamp(random);
            var codes = new SumCodes
            {
                LeftShift = 20,
                Input1ZeroPoint = random.Below(256) - 128,
                Input1Multiplier = random.Below(3) == 0 ? Half : Factor(random, highestShift: 0),
                Input2ZeroPoint = random.Below(256) - 128,
                Input2Multiplier = random.Below(3) == 0 ? Half : Factor(random, highestShift: 0),
                OutputZeroPoint = random.Below(256) - 128,
                OutputMultiplier = Factor(random, highestShift: -14),
                ActivationMinimum = minimum,
                ActivationMaximum = maximum,
            };
            Assert.True(Broadcast.TryCreate(new Shape(count), new Shape(count), out Broadcast? shapes));
            Add.Run<sbyte, TRounding>(shapes, codes, input1, input2, plain);
            IFastPair kernel = Assert.IsAssignableFrom<IFastPair>(Add.TryPack<TRounding>(shapes, codes, new HostMemory(1 << 20)));
            kernel.Run(input1, input2, fast);
            return (plain, fast);
        }
    }

    private sealed class Pools : ISwept
    {
        public (sbyte[] Plain, sbyte[]? Fast) Compute<TRounding>(SplitMix64 random)
            where TRounding : struct, IRounding
        {
            int channels = Any(random, Channels), height = 1 + random.Below(20), width = 1 + random.Below(20);
            int filterHeight = 1 + random.Below(height), filterWidth = Any(random, width, 1 + random.Below(width)), stride = 1 + random.Below(3);
            var window = new WindowGeometry
            {
                Batches = 1 + random.Below(2),
                InputHeight = height,
                InputWidth = width,
                InputChannels = channels,
                OutputHeight = 1 + ((height - 1) / stride),
                OutputWidth = 1 + ((width - 1) / stride),
                OutputChannels = channels,
                FilterHeight = filterHeight,
                FilterWidth = filterWidth,
                StrideHeight = stride,
                StrideWidth = stride,
                PadTop = random.Below(filterHeight),
                PadLeft = random.Below(filterWidth),
            };
            (int minimum, int maximum) = Clamp(random);
            sbyte[] input = Codes(random, window.InputCount), plain = new sbyte[window.OutputCount];
            AveragePool2D.Run(window, minimum, maximum, input, plain);
            return (plain, RunFast(AveragePool2D.TryPack(window, minimum, maximum), input, plain.Length));
        }
    }

    private sealed class Means : ISwept
    {
        public (sbyte[] Plain, sbyte[]? Fast) Compute<TRounding>(SplitMix64 random)
            where TRounding : struct, IRounding
        {
            var shape = new Shape(1 + random.Below(3), 1 + random.Below(20), 1 + random.Below(20), Any(random, Channels));
            int[][] axes = [[1], [2], [3], [1, 2], [0, 1, 2], [0, 2], [1, 3]];
            var reduction = new Reduction(shape, Any(random, axes));
            sbyte[] input = Codes(random, shape.ElementCount), plain = new sbyte[reduction.OutputCount];
            int inputZeroPoint = random.Below(256) - 128, outputZeroPoint = random.Below(256) - 128;
            QuantizedMultiplier factor = Factor(random, highestShift: 3);
            Mean.Run<sbyte, TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, input, plain);
            IFastKernel<sbyte>? kernel = Mean.TryPack<TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, new HostMemory(1 << 20));
            return (plain, RunFast(kernel, input, plain.Length));
        }
    }

    private sealed class Softmaxes : ISwept
    {
        public (sbyte[] Plain, sbyte[]? Fast) Compute<TRounding>(SplitMix64 random)
            where TRounding : struct, IRounding
        {
            int rows = 1 + random.Below(3), columns = Any(random, 1, 2, 10, 12, 100, Softmax.MaximumColumnsInt8);
            var codes = SoftmaxCodes.FromScale(Math.ScaleB(1 + random.Below(1000), random.Below(20) - 18), beta: 1);
            sbyte[] input = Codes(random, rows * columns), plain = new sbyte[rows * columns];
            Softmax.Run(rows, columns, codes, input, plain.AsSpan());
            return (plain, RunFast(Softmax.TryPack(rows, columns, codes, new HostMemory(1 << 20)), input, plain.Length));
        }
    }

    private static sbyte[]? RunFast(IFastKernel<sbyte>? kernel, sbyte[] input, int outputs)
    {
        if (kernel is null)
            return null;
        var output = new sbyte[outputs];
        kernel.Run(input, output);
        return output;
    }
}
