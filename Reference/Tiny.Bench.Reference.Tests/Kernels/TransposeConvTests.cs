using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class TransposeConvTests
{
    private const int PaddingRule = 0, StrideWidth = 1, StrideHeight = 2, Activation = 3;
    private const int Same = 0, Valid = 1;

    // Pixels 1 and 2 spread 1, 3, 5, two columns apart: the last tap of one meets the first of the other.
    [Fact]
    public void Each_pixel_spreads_the_filter() =>
        Assert.Equal([1, 3, 5 + 2, 6, 10], Row(output: 5, 1, 3, 5).WithOption(PaddingRule, Valid).Run<sbyte>());

    [Fact]
    public void The_odd_cell_of_padding_lies_at_the_right() =>
        Assert.Equal([1, 3, 5 + 2, 6], Row(output: 4, 1, 3, 5).Run<sbyte>());

    [Fact]
    public void Padding_cuts_both_sides_of_the_output() =>
        Assert.Equal([2, 3 + 2, 4 + 4, 6], Row(output: 4, 1, 2, 3, 4).Run<sbyte>());

    // A stride above the filter leaves columns that no pixel reaches: they hold the bias.
    [Fact]
    public void A_gap_between_pixels_holds_the_bias() =>
        Assert.Equal([11, 10, 10, 12], Row(output: 4, 1).WithOption(StrideWidth, 3)
            .WithOption(PaddingRule, Valid).WithInput(3, TestTensor.Of([1], 10)).Run<sbyte>());

    [Theory]
    [InlineData(1, 1, 3, 3, 0, 0)]
    [InlineData(2, 1, 3, 2, 1, 0)]
    [InlineData(2, 3, 4, 5, 1, 2)]
    [InlineData(3, 2, 2, 1, 0, 0)]
    public void Equals_the_scattering_definition(int strideHeight, int strideWidth, int filterHeight, int filterWidth, int padTop, int padLeft)
    {
        var window = new WindowGeometry
        {
            Batches = 2,
            InputHeight = 4,
            InputWidth = 3,
            InputChannels = 3,
            OutputHeight = (3 * strideHeight) + filterHeight - (2 * padTop),
            OutputWidth = (2 * strideWidth) + filterWidth - (2 * padLeft),
            OutputChannels = 2,
            FilterHeight = filterHeight,
            FilterWidth = filterWidth,
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
            PadTop = padTop,
            PadLeft = padLeft,
        };
        var random = new Random(7);
        sbyte[] input = Codes(random, window.InputCount), filter = Codes(random, 2 * filterHeight * filterWidth * 3);
        var codes = new Requantization
        {
            InputZeroPoint = -5,
            FilterZeroPoint = 3,
            OutputZeroPoint = 9,
            Multipliers = [QuantizedMultiplier.FromReal(1 / 512.0), QuantizedMultiplier.FromReal(1 / 1024.0)],
            ActivationMinimum = -128,
            ActivationMaximum = 127,
        };

        var output = new sbyte[window.OutputCount];
        TransposeConv.Run<sbyte, int, DoubleRounding>(window, codes, input, filter, [100, -100], output);

        int[] sums = Scatter(window, input, filter, [100, -100]);
        Assert.Equal(
            sums.Select((sum, at) => (sbyte)Math.Clamp(DoubleRounding.Requantize(sum, codes.Multipliers[at % 2]) + 9, -128, 127)),
            output);
    }

    [Fact]
    public void Each_channel_has_its_own_factor()
    {
        OperatorBuilder conv = Row(output: 4, 1, 3, 5)
            .WithInput(0, TestTensor.Of([4], 1, 1, 4, 2).Constant())
            .WithInput(1, TestTensor.Of<sbyte>([2, 1, 3, 1], 1, 3, 5, 1, 3, 5).Constant() with { Scales = [1, 2] })
            .WithOutput(TestTensor.Empty<sbyte>(1, 1, 4, 2).Scaled(1));

        Assert.Equal([1, 2, 3, 6, 7, 14, 6, 12], conv.Run<sbyte>());
    }

    [Fact]
    public void The_fused_activation_clamps() => Assert.Equal([1, 3, 6, 6], Row(output: 4, 1, 3, 5).WithOption(Activation, 3).Run<sbyte>());

    [Fact]
    public void Computes_in_binary32()
    {
        OperatorBuilder conv = Row(output: 4, 1, 3, 5)
            .WithInput(1, TestTensor.Of<float>([1, 1, 3, 1], 1, 3, 5))
            .WithInput(2, TestTensor.Of<float>([1, 1, 2, 1], 1, 2))
            .WithInput(3, TestTensor.Of([1], 0.5f))
            .WithOutput(TestTensor.Empty<float>(1, 1, 4, 1));

        Assert.Equal([1.5f, 3.5f, 7.5f, 6.5f], conv.Run<float>());
        Assert.Equal([1.5f, 3.5f, 6f, 6f], conv.WithOption(Activation, 3).Run<float>());
    }

    // The factor (1 + 2^-15) / 64 of 30000 * 64: 30000.92 in the int32 form, 30001.83 in the int64 form with its 15-bit multiplier.
    [Fact]
    public void Int16_takes_the_int64_form_unless_the_bias_is_int32()
    {
        OperatorBuilder conv = Create(
            TestTensor.Of([4], 1, 1, 1, 1).Constant(),
            TestTensor.Of<sbyte>([1, 1, 1, 1], 64).Scaled(1),
            TestTensor.Of<short>([1, 1, 1, 1], 30000).Scaled(1.000030517578125f),
            TestTensor.Empty<short>(1, 1, 1, 1).Scaled(64));

        Assert.Equal([30002], conv.Run<short>());
        Assert.Equal([30002], conv.WithInput(3, TestTensor.Of([1], 0L)).Run<short>());
        Assert.Equal([30001], conv.WithInput(3, TestTensor.Of([1], 0)).Run<short>());
    }

    [Fact]
    public void Counts_a_product_for_every_tap_of_every_input() => Assert.Equal(2 * 3, Row(output: 4, 1, 3, 5).MultiplyAccumulates());

    [Fact]
    public void Refuses_an_output_shape_that_is_not_the_output()
    {
        OperatorBuilder conv = Row(output: 4, 1, 3, 5);

        Assert.Equal(
            "tensor 0 asks for output shape [1,1,5,1]; tensor 4 has [1,1,4,1]",
            conv.WithInput(3, TestTensor.Of([1], 0)).WithInput(0, TestTensor.Of([4], 1, 1, 5, 1).Constant()).Refusal());
        Assert.Equal("tensor 0 is computed at run time; expected a constant", conv.WithInput(0, TestTensor.Of([4], 1, 1, 4, 1)).Refusal());
        Assert.Equal("tensor 0 is INT64; expected INT32", conv.WithInput(0, TestTensor.Of([4], 1L, 1, 4, 1).Constant()).Refusal());
    }

    [Fact]
    public void Refuses_an_input_that_the_output_cannot_come_from()
    {
        Assert.Equal("the input's width is 2; output 5, window 3, stride 2 give 3", Row(output: 5, 1, 3, 5).Refusal());
        Assert.Equal(
            "the input's width is 2; output 3, window 3, stride 2 give 1",
            Row(output: 3, 1, 3, 5).WithOption(PaddingRule, Valid).Refusal());
        Assert.Equal("the stride along the height is 0; expected at least 1", Row(output: 4, 1, 3, 5).WithOption(StrideHeight, 0).Refusal());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void Refuses_another_filter(int filters, int channels) =>
        Assert.Equal(
            $"tensor 1 has shape [{filters},1,3,{channels}]; expected 1 filters of 1 channels",
            Row(output: 4, 1, 3, 5).WithInput(1, TestTensor.Empty<sbyte>(filters, 1, 3, channels).Scaled(1)).Refusal());

    [Fact]
    public void Refuses_another_arity_or_rank()
    {
        OperatorBuilder conv = Row(output: 4, 1, 3, 5);

        Assert.Equal("has 2 inputs; expected 3 to 4", (conv with { Inputs = conv.Inputs[..2] }).Refusal());
        Assert.Equal("tensor 1 has shape [3]; expected rank 4", conv.WithInput(1, TestTensor.Empty<sbyte>(3).Scaled(1)).Refusal());
    }

    private static int[] Scatter(WindowGeometry window, sbyte[] input, sbyte[] filter, int[] bias)
    {
        var sums = new int[window.Batches, window.OutputHeight, window.OutputWidth, 2];
        for (int n = 0; n < window.Batches; n++)
        for (int y = 0; y < window.InputHeight; y++)
        for (int x = 0; x < window.InputWidth; x++)
        for (int o = 0; o < 2; o++)
        for (int fy = 0; fy < window.FilterHeight; fy++)
        for (int fx = 0; fx < window.FilterWidth; fx++)
        {
            int row = (y * window.StrideHeight) - window.PadTop + fy, column = (x * window.StrideWidth) - window.PadLeft + fx;
            if (row < 0 || row >= window.OutputHeight || column < 0 || column >= window.OutputWidth)
                continue;
            for (int c = 0; c < 3; c++)
            {
                int pixel = input[(((((n * window.InputHeight) + y) * window.InputWidth) + x) * 3) + c] + 5;
                int weight = filter[(((((o * window.FilterHeight) + fy) * window.FilterWidth) + fx) * 3) + c] - 3;
                sums[n, row, column, o] += pixel * weight;
            }
        }

        return [.. sums.Cast<int>().Select((sum, at) => sum + bias[at % 2])];
    }

    private static sbyte[] Codes(Random random, int count)
    {
        var codes = new sbyte[count];
        for (int at = 0; at < count; at++)
            codes[at] = (sbyte)random.Next(-128, 128);
        return codes;
    }

    private static OperatorBuilder Row(int output, params sbyte[] taps) => Create(
        TestTensor.Of([4], 1, 1, output, 1).Constant(),
        TestTensor.Of([1, 1, taps.Length, 1], taps).Scaled(1).Constant(),
        TestTensor.Of<sbyte>([1, 1, 2, 1], 1, 2).Scaled(1),
        TestTensor.Empty<sbyte>(1, 1, output, 1).Scaled(1));

    private static OperatorBuilder Create(TestTensor shape, TestTensor filter, TestTensor input, TestTensor output) =>
        new(BuiltinOperator.TransposeConv, BuiltinOptionsType.TransposeConv)
        {
            Inputs = [shape, filter, input, null],
            Outputs = [output],
            Options = { [PaddingRule] = Same, [StrideWidth] = 2, [StrideHeight] = 1 },
        };
}
