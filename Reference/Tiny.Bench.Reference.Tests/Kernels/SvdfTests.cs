using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class SvdfTests
{
    private static readonly QuantizedMultiplier One = new(1 << 30, 1);

    [Fact]
    public void Moves_the_state_on_and_filters_over_time()
    {
        // Newest = 2 * (1 + 1) + 3 * (2 + 1) = 13; (10 * 7 + 100 * 13 + 2) / 16 = 85.75 and the zero point -6.
        var geometry = new SvdfGeometry { Batches = 1, InputSize = 2, Units = 1, Rank = 1, Memory = 2 };
        SvdfCodes codes = Int16Codes() with { InputZeroPoint = -1, TimeMultiplier = new QuantizedMultiplier(1 << 30, -3), OutputZeroPoint = -6 };
        short[] state = [5, 7];
        var output = new sbyte[1];
        Svdf.Run<short, DoubleRounding>(geometry, codes, [1, 2], [2, 3], [10, 100], [2], state, output);
        Assert.Equal([7, 13], state);
        Assert.Equal([80], output);
    }

    [Fact]
    public void Sums_the_neighbouring_filters_of_a_unit()
    {
        // Filters 1 2 | 10 20 of an input of 1, time weights 1: 3 and 30.
        var geometry = new SvdfGeometry { Batches = 1, InputSize = 1, Units = 2, Rank = 2, Memory = 1 };
        var state = new short[4];
        var output = new sbyte[2];
        Svdf.Run<short, DoubleRounding>(geometry, Int16Codes(), [1], [1, 2, 10, 20], [1, 1, 1, 1], [], state, output);
        Assert.Equal([1, 2, 10, 20], state);
        Assert.Equal([3, 30], output);
    }

    [Fact]
    public void Clamps_state_and_output()
    {
        var geometry = new SvdfGeometry { Batches = 1, InputSize = 1, Units = 2, Rank = 1, Memory = 1 };
        SvdfCodes codes = Int16Codes() with { StateMinimum = -50, StateMaximum = 60, OutputMinimum = -20, OutputMaximum = 30 };
        var state = new short[2];
        var output = new sbyte[2];
        Svdf.Run<short, DoubleRounding>(geometry, codes, [10], [10, -10], [1, 1], [], state, output);
        Assert.Equal([60, -50], state);
        Assert.Equal([30, -20], output);
    }

    [Fact]
    public void An_int8_state_holds_its_zero_point_which_wraps_after_the_clamp()
    {
        // Newest 100 and 127 above the zero point 5: 105, and 132 stored as -124, which the time filter sees as -129.
        var geometry = new SvdfGeometry { Batches = 1, InputSize = 1, Units = 2, Rank = 1, Memory = 1 };
        SvdfCodes codes = Int16Codes() with { StateMinimum = -128, StateMaximum = 127, StateZeroPoint = 5, OutputZeroPoint = 20 };
        var state = new sbyte[2];
        var output = new sbyte[2];
        Svdf.Run<sbyte, DoubleRounding>(geometry, codes, [2], [50, 100], [1, 1], [], state, output);
        Assert.Equal([105, -124], state);
        Assert.Equal([120, -109], output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Equals_the_formula_over_several_steps_and_batches(bool hasBias)
    {
        var geometry = new SvdfGeometry { Batches = 2, InputSize = 3, Units = 3, Rank = 2, Memory = 4 };
        var random = new Random(31);
        sbyte[] feature = Random<sbyte>(random, 18, -128, 127);
        short[] time = Random<short>(random, 24, -3000, 3000);
        int[] bias = hasBias ? Random<int>(random, 3, -100000, 100000) : [];
        var codes = new SvdfCodes
        {
            InputZeroPoint = -11,
            FeatureMultiplier = new QuantizedMultiplier(1234567890, -2),
            StateMinimum = short.MinValue,
            StateMaximum = short.MaxValue,
            TimeMultiplier = new QuantizedMultiplier(1987654321, -19),
            OutputZeroPoint = 4,
        };
        short[] state = Random<short>(random, 48, -9000, 9000);
        List<BigInteger>[] memory = Enumerable.Range(0, 12).Select(f => state.Skip(4 * f).Take(4).Select(s => (BigInteger)s).ToList()).ToArray();
        for (int step = 0; step < 6; step++)
        {
            sbyte[] input = Random<sbyte>(random, 6, -128, 127);
            var output = new sbyte[6];
            Svdf.Run<short, DoubleRounding>(geometry, codes, input, feature, time, bias, state, output);
            for (int batch = 0; batch < 2; batch++)
            for (int unit = 0; unit < 3; unit++)
            {
                BigInteger sum = hasBias ? bias[unit] : 0;
                for (int filter = 2 * unit; filter < (2 * unit) + 2; filter++)
                {
                    int newest = Enumerable.Range(0, 3).Sum(i => feature[(3 * filter) + i] * (input[(3 * batch) + i] + 11));
                    List<BigInteger> line = memory[(6 * batch) + filter];
                    line.RemoveAt(0);
                    line.Add(BigInteger.Clamp(Exact.Requantize(newest, codes.FeatureMultiplier), -32768, 32767));
                    sum += line.Select((value, i) => value * time[(4 * filter) + i]).Aggregate(BigInteger.Add);
                }

                BigInteger expected = BigInteger.Clamp(Exact.Requantize(sum, codes.TimeMultiplier) + 4, -128, 127);
                Assert.Equal(expected, output[(3 * batch) + unit]);
            }
        }
    }

    [Fact]
    public void A_prepared_operator_keeps_its_state_between_runs_and_ignores_the_fused_activation()
    {
        // Every scale 1, fused RELU: -3, then -3 * 10 - 3 and -3 * 100 - 3 * 10 held at -128.
        BoundOperator svdf = Create(activation: 1).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Bind<DoubleRounding>();
        Assert.Equal(3, svdf.Prepared.MultiplyAccumulates);
        svdf.Invoke();
        Assert.Equal([-30], svdf.Output<sbyte>());
        svdf.Invoke();
        Assert.Equal([-33], svdf.Output<sbyte>());
        Assert.Equal([-3, -3], svdf.Input<short>(4));
    }

    [Theory]
    [InlineData(0.06f, 0.06f, 1)]
    [InlineData(0.01f, 0.06f, 3)]
    public void Both_factors_are_binary32_quotients(float stateScale, float outputScale, short expectedState)
    {
        // 0.01f / 0.06f is below 1/6 in binary64 and above in binary32: 3 steps round to 0 or to 1.
        BoundOperator svdf = new OperatorBuilder(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf)
            .WithOption(0, 1)
            .Input(TestTensor.Of<sbyte>([1, 1], 3).Scaled(0.01f))
            .Input(TestTensor.Of<sbyte>([1, 1], 1).Scaled(1).Constant())
            .Input(TestTensor.Of<short>([1, 1], 1).Scaled(1).Constant())
            .Input(null)
            .Input(TestTensor.Of<short>([1, 1], 0).Scaled(stateScale).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(outputScale))
            .Bind<SingleRounding>();
        svdf.Invoke();
        Assert.Equal([1], svdf.Output<sbyte>());
        Assert.Equal([expectedState], svdf.Input<short>(4));
    }

    [Fact]
    public void Filters_that_make_no_whole_units_are_refused() => Assert.Equal(
        "1 filters do not make units of rank 2",
        Create(rank: 2).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Refusal());

    [Fact]
    public void A_rank_of_0_is_refused() => Assert.Equal(
        "1 filters do not make units of rank 0",
        Create(rank: 0).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Refusal());

    [Fact]
    public void An_unknown_fused_activation_is_refused() => Assert.Equal(
        "fused activation is 9; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)",
        Create(activation: 9).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Refusal());

    [Fact]
    public void A_state_that_does_not_outlive_an_inference_is_refused() => Assert.Equal(
        "tensor 3 is not variable; expected the state, which outlives an inference",
        Weights()
            .Input(null)
            .Input(TestTensor.Of<short>([1, 2], 0, 0).Scaled(1))
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Refusal());

    [Fact]
    public void A_state_of_another_size_is_refused() => Assert.Equal(
        "tensor 3 has shape [1,3]; expected 2 elements, 2 steps of 1 filters a batch",
        Weights()
            .Input(null)
            .Input(TestTensor.Of<short>([1, 3], 0, 0, 0).Scaled(1).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Refusal());

    [Fact]
    public void A_bias_of_another_shape_is_refused() => Assert.Equal(
        "tensor 3 has shape [2]; expected [1]",
        Weights()
            .Input(TestTensor.Of([2], 0, 0).Constant())
            .Input(TestTensor.Of<short>([1, 2], 0, 0).Scaled(1).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Refusal());

    [Fact]
    public void A_bias_of_another_type_is_refused() => Assert.Equal(
        "tensor 3 is INT64; expected INT32",
        Weights()
            .Input(TestTensor.Of([1], 0L).Constant())
            .Input(TestTensor.Of<short>([1, 2], 0, 0).Scaled(1).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 4 has shape [1,2]; expected [1,1]",
        Create().Output(TestTensor.Empty<sbyte>(1, 2).Scaled(1)).Refusal());

    [Fact]
    public void Feature_weights_of_another_input_size_are_refused() => Assert.Equal(
        "tensor 1 has shape [1,2]; expected [1,1]",
        Shaped([1, 1], [1, 2], [1, 2]).Refusal());

    [Fact]
    public void Time_weights_of_another_number_of_filters_are_refused() => Assert.Equal(
        "tensor 2 has shape [2,2]; expected [1,2]",
        Shaped([1, 1], [1, 1], [2, 2]).Refusal());

    [Fact]
    public void A_memory_of_no_steps_is_refused() => Assert.Equal(
        "tensor 2 has shape [1,0]; expected a memory of at least one step",
        Shaped([1, 1], [1, 1], [1, 0]).Refusal());

    [Fact]
    public void An_empty_input_is_refused() => Assert.Equal(
        "tensor 0 has shape [1,0]; expected at least one element",
        Shaped([1, 0], [1, 0], [1, 2]).Refusal());

    [Fact]
    public void An_input_that_is_no_matrix_is_refused() => Assert.Equal(
        "tensor 0 has shape [1]; expected rank 2",
        Shaped([1], [1, 1], [1, 2]).Refusal());

    [Fact]
    public void Weights_with_a_zero_point_are_refused() => Assert.Equal(
        "tensor 1 has zero point 1; expected 0 for weights",
        new OperatorBuilder(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf)
            .WithOption(0, 1)
            .Input(TestTensor.Of<sbyte>([1, 1], 3).Scaled(1))
            .Input(TestTensor.Of<sbyte>([1, 1], 1).Scaled(1, 1).Constant())
            .Input(TestTensor.Of<short>([1, 1], 3).Scaled(1).Constant())
            .Input(null)
            .Input(TestTensor.Of<short>([1, 1], 0).Scaled(1).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Refusal());

    [Fact]
    public void Four_inputs_are_refused() =>
        Assert.Equal("has 4 inputs; expected 5", Weights().Input(null).Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1)).Refusal());

    [Fact]
    public void Time_weights_and_state_of_different_types_are_refused() => Assert.Equal(
        "version 1 has no kernel for types INT8, INT8, INT16, none, INT8, INT8",
        Weights()
            .Input(null)
            .Input(TestTensor.Of<sbyte>([1, 2], 0, 0).Scaled(1).Variable())
            .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1))
            .Unsupported());

    private static OperatorBuilder Create(int rank = 1, int activation = 0) =>
        Weights(rank, activation).Input(null).Input(TestTensor.Of<short>([1, 2], 0, 0).Scaled(1).Variable());

    private static OperatorBuilder Weights(int rank = 1, int activation = 0) => new OperatorBuilder(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf)
        .WithOption(0, rank)
        .WithOption(1, activation)
        .Input(TestTensor.Of<sbyte>([1, 1], 3).Scaled(1))
        .Input(TestTensor.Of<sbyte>([1, 1], -1).Scaled(1).Constant())
        .Input(TestTensor.Of<short>([1, 2], 1, 10).Scaled(1).Constant());

    private static OperatorBuilder Shaped(int[] input, int[] feature, int[] time) => new OperatorBuilder(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf)
        .WithOption(0, 1)
        .Input(TestTensor.Of(input, new sbyte[new Shape(input).ElementCount]).Scaled(1))
        .Input(TestTensor.Of(feature, new sbyte[new Shape(feature).ElementCount]).Scaled(1).Constant())
        .Input(TestTensor.Of(time, new short[new Shape(time).ElementCount]).Scaled(1).Constant())
        .Input(null)
        .Input(TestTensor.Of<short>([1, 2], 0, 0).Scaled(1).Variable())
        .Output(TestTensor.Empty<sbyte>(1, 1).Scaled(1));

    private static SvdfCodes Int16Codes() => new()
    {
        FeatureMultiplier = One,
        StateMinimum = short.MinValue,
        StateMaximum = short.MaxValue,
        TimeMultiplier = One,
    };

    private static T[] Random<T>(Random random, int count, int minimum, int maximum)
        where T : INumber<T> =>
        Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(minimum, maximum + 1))).ToArray();
}
