using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Faults;

/// <summary>What must hold of an interpreter from one run to the next, on <see cref="InvariantModels"/>.</summary>
internal static class Invariants
{
    // More codes of -128 than a sum of 16 bits takes, and more channels than a block.
    private const int Many = 300, Channels = 17;

    private static readonly sbyte[][] X = [[1, -2, 3, -4, 5, 6], [9, 8, -7, 6, -5, -4]];
    private static readonly sbyte[] Y = [10, 20, 30, 40, 50, 60];
    private static readonly sbyte[][] Images = [[2, 4, 6, 8, 10, 12, 14, 16, 18], [-9, 9, -8, 8, -7, 7, -6, 6, -5]];

    // Half the sums of each pixel with its right, lower and diagonal neighbours; outside of the image is zero.
    private static readonly sbyte[] FirstAnswer = [12, 16, 9, 24, 28, 15, 15, 17, 9];

    public static IEnumerable<FaultCase> All() =>
    [
        new("invariant/graph_by_hand", () => Run(new Interpreter(InvariantModels.Graph()), X[0], Y) is var outputs
            && outputs[0].SequenceEqual<sbyte>([12, 18, 36, 36, 60, 72]) && outputs[1].SequenceEqual<sbyte>([1, -4, -2, 5, 3, 6])),
        new("invariant/graph_in_another_arena", () =>
            AreEqual(Run(new Interpreter(InvariantModels.Graph(), new InterpreterOptions { KeepInputs = true }), X[0], Y), Run(new Interpreter(InvariantModels.Graph()), X[0], Y))),
        new("invariant/graph_a_b_a", () => ComesBack(new Interpreter(InvariantModels.Graph()), [X[0], Y], [X[1], X[0]])),
        new("invariant/conv_by_hand", () => Run(new Interpreter(InvariantModels.Convolution()), Images[0])[0].SequenceEqual(FirstAnswer)),
        new("invariant/conv_a_b_a", () => ComesBack(new Interpreter(InvariantModels.Convolution()), [Images[0]], [Images[1]])),
        new("invariant/conv_in_any_garbage", () => new byte[] { 0x00, 0x5A, 0xFF }.All(garbage => IsTheSameAmong(garbage, InvariantModels.Convolution(), Images[1]))),
        new("invariant/conv_100_times", () => IsTheSame100Times(new Interpreter(InvariantModels.Convolution()), Images[1])),
        new("invariant/svdf_by_hand", () => Recurs(new Interpreter(InvariantModels.Recurrence()))),
        new("invariant/svdf_reset", () => RecursAgain(new Interpreter(InvariantModels.Recurrence()))),
        new("invariant/four_largest_products", FourLargestProductsFit),
        new("invariant/pool_of_300_codes", PoolOfEqualCodesGivesThem),
        new("invariant/mean_of_300_codes", MeanOfEqualCodesGivesThem),
    ];

    // Four times -128 * -128, of which two are already more than 16 bits hold.
    private static bool FourLargestProductsFit()
    {
        Span<sbyte> lowest = stackalloc sbyte[SumLayout.StepBytes];
        lowest.Fill(sbyte.MinValue);
        Lanes128 sums = default(Vector128Dot).Add(default, ref lowest[0], Lanes128.Load(ref lowest[0]));
        return sums.A == Vector128.Create(4 * 128 * 128) && sums.D == sums.A;
    }

    private static bool PoolOfEqualCodesGivesThem()
    {
        var window = new WindowGeometry
        {
            Batches = 2,
            InputHeight = Many,
            InputWidth = 1,
            InputChannels = Channels,
            OutputHeight = 1,
            OutputWidth = 1,
            OutputChannels = Channels,
            FilterHeight = Many,
            FilterWidth = 1,
        };
        return GivesEqualCodes(AveragePool2D.TryPack(window, -127, 99), -127, 99);
    }

    // A factor of one, and the same zero point on both sides.
    private static bool MeanOfEqualCodesGivesThem()
    {
        var images = new Reduction(new Shape(2, Many, Channels), 1);
        return GivesEqualCodes(Mean.TryPack<DoubleRounding>(images, 28, new QuantizedMultiplier(1 << 30, 1), 28, new HostMemory(1 << 20)), -128, 100);
    }

    // Two images, of -128 and of 100 only: the mean of equal codes is that code, or the end of the activation's range.
    private static bool GivesEqualCodes(IFastKernel<sbyte>? kernel, sbyte first, sbyte second)
    {
        sbyte[] codes = [-128, 100], input = new sbyte[2 * Many * Channels], output = new sbyte[2 * Channels];
        for (int image = 0; image < codes.Length; image++)
            input.AsSpan(image * Many * Channels, Many * Channels).Fill(codes[image]);
        kernel!.Run(input, output);
        return output.AsSpan(0, Channels).IndexOfAnyExcept(first) < 0 && output.AsSpan(Channels).IndexOfAnyExcept(second) < 0;
    }

    private static bool ComesBack(Interpreter interpreter, sbyte[][] a, sbyte[][] b)
    {
        sbyte[][] first = Run(interpreter, a);
        return !AreEqual(first, Run(interpreter, b)) && AreEqual(first, Run(interpreter, a));
    }

    private static bool IsTheSameAmong(byte garbage, TfliteModel model, sbyte[] input)
    {
        var interpreter = new Interpreter(model);
        foreach (PlannedOperator planned in interpreter.Operators)
        foreach (Tensor output in planned.Outputs)
            output.Write<byte>().Fill(garbage);
        return AreEqual(Run(new Interpreter(model), input), Run(interpreter, input));
    }

    private static bool IsTheSame100Times(Interpreter interpreter, sbyte[] input)
    {
        sbyte[][] first = Run(interpreter, input);
        return Enumerable.Range(0, 100).All(_ => AreEqual(first, Run(interpreter, input)));
    }

    // 5 * 1 + 0 * 3, then 2 * 1 + 5 * 3.
    private static bool Recurs(Interpreter interpreter) => Run(interpreter, [5])[0][0] == 5 && Run(interpreter, [2])[0][0] == 17;

    private static bool RecursAgain(Interpreter interpreter)
    {
        bool recurred = Recurs(interpreter);
        interpreter.ResetVariables();
        return recurred && Recurs(interpreter);
    }

    private static sbyte[][] Run(Interpreter interpreter, params sbyte[][] inputs)
    {
        for (int i = 0; i < inputs.Length; i++)
            interpreter.SetInput(i, MemoryMarshal.AsBytes<sbyte>(inputs[i]));
        interpreter.Invoke();
        var outputs = new List<sbyte[]>();
        foreach (Tensor output in interpreter.Outputs)
            outputs.Add(output.Read<sbyte>().ToArray());
        return [.. outputs];
    }

    private static bool AreEqual(sbyte[][] left, sbyte[][] right) => left.Zip(right).All(pair => pair.First.SequenceEqual(pair.Second));
}
