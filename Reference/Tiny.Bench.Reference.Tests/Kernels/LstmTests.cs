using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

public sealed class LstmTests
{
    private static readonly QuantizedMultiplier One = new(1 << 30, 1);

    [Fact]
    public void Two_steps_of_biases_alone()
    {
        // The cell gate is tanh(1) = 0.7616, every other gate sigmoid(0) = 1/2. Cells in Q0.15: 0.3808, then half of it more, 0.5712.
        // Outputs in Q0.7: tanh(0.3808) / 2 * 128 = 23.26 and tanh(0.5712) / 2 * 128 = 33.05, from the zero point -3.
        LstmParameters<int> parameters = Zero<int>(batches: 1, steps: 2, input: 1, hidden: 1) with
        {
            CellGate = ZeroGate<int>(1, 1) with { Bias = new[] { 4096 } },
            ForgetToCell = PowerOfTwo(-15),
            InputToCell = PowerOfTwo(-15),
            Output = PowerOfTwo(-23),
            CellScalePower = -15,
            OutputZeroPoint = -3,
        };
        var output = new sbyte[2];
        var cell = new short[1];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, [9, 9], cell, output);
        Assert.Equal([20, 30], output);
        Assert.InRange(cell[0] - (0.5712 * 32768), -4, 4);
    }

    [Fact]
    public void The_cell_is_clipped()
    {
        LstmParameters<int> parameters = Zero<int>(batches: 1, steps: 3, input: 1, hidden: 1) with
        {
            CellGate = ZeroGate<int>(1, 1) with { Bias = new[] { -4096 } },
            InputToCell = PowerOfTwo(-15),
            ForgetToCell = PowerOfTwo(-14),
            CellClip = 5000,
        };
        var cell = new short[1];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, [0, 0, 0], cell, new sbyte[3]);
        Assert.Equal([-5000], cell);
    }

    [Fact]
    public void What_the_cell_held_before_the_run_is_forgotten()
    {
        LstmParameters<int> parameters = Zero<int>(batches: 1, steps: 1, input: 1, hidden: 1) with { ForgetToCell = PowerOfTwo(-15) };
        short[] cell = [1234];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, [0], cell, new sbyte[1]);
        Assert.Equal([0], cell);
    }

    [Fact]
    public void What_the_cell_keeps_saturates_before_more_enters()
    {
        // The cell gate is 1, then -1 (127 * 127 * 2 is 7.9 in Q3.12), every other gate 1/2. The first step leaves 1/2 = 16384; kept
        // four times over it is 65536 held at 32767, from which 1/2 is taken.
        LstmParameters<int> parameters = Zero<int>(batches: 1, steps: 2, input: 1, hidden: 1) with
        {
            CellGate = ZeroGate<int>(1, 1) with { InputWeights = new sbyte[] { 127 }, InputMultiplier = PowerOfTwo(1) },
            InputToCell = PowerOfTwo(-15),
            ForgetToCell = PowerOfTwo(-12),
        };
        var cell = new short[1];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, [127, -127], cell, new sbyte[2]);
        Assert.InRange(cell[0], 16384 - 4, 16384 + 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Equals_the_specs_steps_with_int8_activations(int seed)
    {
        var random = new Random(seed);
        LstmParameters<int> parameters = RandomParameters(random, b => b, gateShift: 1, hiddenShift: 2) with
        {
            InputZeroPoint = 17,
            OutputZeroPoint = -9,
        };
        sbyte[] input = RandomCodes<sbyte>(random, 2 * 4 * 3);
        var output = new sbyte[2 * 4 * 5];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, input, new short[10], output);
        int[] expected = Expected(parameters, input.Select(x => (int)x).ToArray(), Exact.Requantize, -128, 127);
        Assert.Equal(expected, output.Select(x => (int)x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Equals_the_specs_steps_with_int16_activations(int seed)
    {
        var random = new Random(seed);
        LstmParameters<long> parameters = RandomParameters(random, b => (long)b << 9, gateShift: -7, hiddenShift: -6) with
        {
            Output = PowerOfTwo(-15),
        };
        short[] input = RandomCodes<short>(random, 2 * 4 * 3);
        var output = new short[2 * 4 * 5];
        Lstm.Run<short, long, DoubleRounding>(parameters, input, new short[10], output);
        int[] expected = Expected(parameters, input.Select(x => (int)x).ToArray(), Exact.RequantizeReduced, -32768, 32767);
        Assert.Equal(expected, output.Select(x => (int)x));
    }

    [Fact]
    public void Is_near_a_real_LSTM()
    {
        // Input steps of 1/64, output and hidden steps of 1/128, weights 1/128, cell 2^-11.
        var random = new Random(8);
        LstmParameters<int> parameters = RandomParameters(random, b => b, gateShift: 0, hiddenShift: -1) with
        {
            ForgetToCell = PowerOfTwo(-15),
            InputToCell = PowerOfTwo(-19),
            Output = PowerOfTwo(-23),
            CellScalePower = -11,
            CellClip = 32767,
        };
        parameters = WithGates(parameters, gate => gate with { InputMultiplier = PowerOfTwo(-1), HiddenMultiplier = PowerOfTwo(-2) });
        sbyte[] input = RandomCodes<sbyte>(random, 2 * 4 * 3);
        var output = new sbyte[2 * 4 * 5];
        Lstm.Run<sbyte, int, DoubleRounding>(parameters, input, new short[10], output);
        double[] real = Real(parameters, input);
        for (int i = 0; i < output.Length; i++)
            Assert.InRange(output[i] - Math.Min(128 * real[i], 127), -2, 2);
    }

    [Fact]
    public void Time_major_tensors_hold_the_same_steps_in_another_order()
    {
        var random = new Random(4);
        LstmParameters<int> batchMajor = RandomParameters(random, b => b, gateShift: 1, hiddenShift: 2);
        sbyte[] input = RandomCodes<sbyte>(random, 2 * 4 * 3);
        var output = new sbyte[40];
        var turned = new sbyte[40];
        Lstm.Run<sbyte, int, DoubleRounding>(batchMajor, input, new short[10], output);
        var turnedInput = new sbyte[24];
        Transpose.Run<sbyte>(new Shape(2, 4, 3), [1, 0, 2], input, turnedInput);
        Lstm.Run<sbyte, int, DoubleRounding>(batchMajor with { TimeMajor = true }, turnedInput, new short[10], turned);
        var expected = new sbyte[40];
        Transpose.Run<sbyte>(new Shape(2, 4, 5), [1, 0, 2], output, expected);
        Assert.Equal(expected, turned);
    }

    // Spec section 12a, a vector at a time: gates, cell, hidden state.
    private static int[] Expected<TBias>(
        LstmParameters<TBias> p, int[] input, Func<BigInteger, QuantizedMultiplier, BigInteger> requantize, int lowest, int highest)
        where TBias : INumber<TBias>
    {
        var output = new int[p.Batches * p.TimeSteps * p.HiddenSize];
        ushort[] table = p.SigmoidTable.ToArray();
        for (int batch = 0; batch < p.Batches; batch++)
        {
            int[] hidden = Enumerable.Repeat(p.OutputZeroPoint, p.HiddenSize).ToArray();
            var cell = new int[p.HiddenSize];
            for (int step = 0; step < p.TimeSteps; step++)
            {
                int row = (batch * p.TimeSteps) + step;
                int[] x = input[(row * p.InputSize)..((row + 1) * p.InputSize)];
                short[] f = Gate(p.ForgetGate), i = Gate(p.InputGate), g = Gate(p.CellGate), o = Gate(p.OutputGate);
                for (int unit = 0; unit < p.HiddenSize; unit++)
                {
                    BigInteger kept = Sat16(Exact.Requantize(cell[unit] * SigmoidTable.Sigmoid(f[unit], 0, table), p.ForgetToCell));
                    BigInteger entering = Exact.Requantize(
                        SigmoidTable.Sigmoid(i[unit], 0, table) * SigmoidTable.Tanh(g[unit], 0, table), p.InputToCell);
                    cell[unit] = (int)BigInteger.Clamp(kept + entering, -p.CellClip, p.CellClip);
                    int tanh = SigmoidTable.Tanh((short)cell[unit], p.CellScalePower + 12, table);
                    BigInteger code = Exact.Requantize(SigmoidTable.Sigmoid(o[unit], 0, table) * tanh, p.Output) + p.OutputZeroPoint;
                    output[(row * p.HiddenSize) + unit] = (int)BigInteger.Clamp(code, lowest, highest);
                }

                hidden = output[(row * p.HiddenSize)..((row + 1) * p.HiddenSize)];

                short[] Gate(LstmGate<TBias> gate) => Enumerable.Range(0, p.HiddenSize).Select(unit =>
                {
                    BigInteger sum = BigInteger.CreateChecked(gate.Bias.Span[unit]);
                    for (int k = 0; k < p.InputSize; k++)
                        sum += gate.InputWeights.Span[(unit * p.InputSize) + k] * (x[k] - p.InputZeroPoint);
                    BigInteger fromHidden = 0;
                    for (int k = 0; k < p.HiddenSize; k++)
                        fromHidden += gate.HiddenWeights.Span[(unit * p.HiddenSize) + k] * (hidden[k] - p.OutputZeroPoint);
                    return (short)Sat16(Sat16(requantize(sum, gate.InputMultiplier)) + requantize(fromHidden, gate.HiddenMultiplier));
                }).ToArray();
            }
        }

        return output;

        static BigInteger Sat16(BigInteger value) => BigInteger.Clamp(value, short.MinValue, short.MaxValue);
    }

    private static double[] Real(LstmParameters<int> p, sbyte[] input)
    {
        var output = new double[p.Batches * p.TimeSteps * p.HiddenSize];
        for (int batch = 0; batch < p.Batches; batch++)
        {
            var hidden = new double[p.HiddenSize];
            var cell = new double[p.HiddenSize];
            for (int step = 0; step < p.TimeSteps; step++)
            {
                int row = (batch * p.TimeSteps) + step;
                var next = new double[p.HiddenSize];
                for (int unit = 0; unit < p.HiddenSize; unit++)
                {
                    double f = Sigmoid(Sum(p.ForgetGate, unit)), i = Sigmoid(Sum(p.InputGate, unit)), o = Sigmoid(Sum(p.OutputGate, unit));
                    cell[unit] = (f * cell[unit]) + (i * Math.Tanh(Sum(p.CellGate, unit)));
                    next[unit] = o * Math.Tanh(cell[unit]);
                    output[(row * p.HiddenSize) + unit] = next[unit];
                }

                hidden = next;

                double Sum(LstmGate<int> gate, int unit)
                {
                    double sum = gate.Bias.Span[unit] / 8192.0;
                    for (int k = 0; k < p.InputSize; k++)
                        sum += gate.InputWeights.Span[(unit * p.InputSize) + k] / 128.0 * (input[(row * p.InputSize) + k] / 64.0);
                    for (int k = 0; k < p.HiddenSize; k++)
                        sum += gate.HiddenWeights.Span[(unit * p.HiddenSize) + k] / 128.0 * hidden[k];
                    return Math.Clamp(sum, -8, 8);
                }
            }
        }

        return output;

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    }

    private static LstmParameters<TBias> RandomParameters<TBias>(Random random, Func<int, TBias> bias, int gateShift, int hiddenShift)
        where TBias : INumber<TBias>
    {
        LstmParameters<TBias> zero = Zero<TBias>(batches: 2, steps: 4, input: 3, hidden: 5);
        return WithGates(zero, _ => new LstmGate<TBias>
        {
            InputWeights = RandomCodes<sbyte>(random, 15),
            HiddenWeights = RandomCodes<sbyte>(random, 25),
            Bias = Enumerable.Range(0, 5).Select(_ => bias(random.Next(-8000, 8000))).ToArray(),
            InputMultiplier = new QuantizedMultiplier(random.Next(1 << 30, int.MaxValue), gateShift),
            HiddenMultiplier = new QuantizedMultiplier(random.Next(1 << 30, int.MaxValue), hiddenShift),
        }) with
        {
            ForgetToCell = PowerOfTwo(-15),
            InputToCell = new QuantizedMultiplier(1500000000, -15),
            Output = new QuantizedMultiplier(1800000000, -22),
            CellScalePower = -11,
            CellClip = 20000,
        };
    }

    private static LstmParameters<TBias> Zero<TBias>(int batches, int steps, int input, int hidden) => new()
    {
        Batches = batches,
        TimeSteps = steps,
        InputSize = input,
        HiddenSize = hidden,
        InputGate = ZeroGate<TBias>(input, hidden),
        ForgetGate = ZeroGate<TBias>(input, hidden),
        CellGate = ZeroGate<TBias>(input, hidden),
        OutputGate = ZeroGate<TBias>(input, hidden),
        ForgetToCell = One,
        InputToCell = One,
        Output = One,
        CellScalePower = -12,
        SigmoidTable = SigmoidTableTests.Table,
    };

    private static LstmParameters<TBias> WithGates<TBias>(LstmParameters<TBias> parameters, Func<LstmGate<TBias>, LstmGate<TBias>> change) =>
        parameters with
        {
            InputGate = change(parameters.InputGate),
            ForgetGate = change(parameters.ForgetGate),
            CellGate = change(parameters.CellGate),
            OutputGate = change(parameters.OutputGate),
        };

    private static LstmGate<TBias> ZeroGate<TBias>(int input, int hidden) => new()
    {
        InputWeights = new sbyte[input * hidden],
        HiddenWeights = new sbyte[hidden * hidden],
        Bias = new TBias[hidden],
        InputMultiplier = One,
        HiddenMultiplier = One,
    };

    private static QuantizedMultiplier PowerOfTwo(int exponent) => new(1 << 30, exponent + 1);

    private static T[] RandomCodes<T>(Random random, int count)
        where T : INumber<T>, IMinMaxValue<T> =>
        Enumerable.Range(0, count)
            .Select(_ => T.CreateChecked(random.Next(int.CreateChecked(T.MinValue), int.CreateChecked(T.MaxValue) + 1)))
            .ToArray();
}
