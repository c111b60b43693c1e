using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class PadTests
{
    [Fact]
    public void Puts_a_border_of_one_value_around_the_elements()
    {
        var output = new sbyte[12];
        Pad.Run<sbyte>(new Shape(2, 2), [0, 1], [1, 1], 9, [1, 2, 3, 4], output);
        Assert.Equal([9, 1, 2, 9, 9, 3, 4, 9, 9, 9, 9, 9], output);
    }

    [Fact]
    public void Moves_each_element_by_what_comes_before_it()
    {
        int[] shape = [2, 3, 1, 4], before = [1, 0, 2, 3], after = [0, 2, 1, 0], to = [3, 5, 4, 7];
        int[] input = Enumerable.Range(1, 24).ToArray();
        var expected = new int[3 * 5 * 4 * 7];
        Array.Fill(expected, -1);
        for (int at = 0; at < 24; at++)
        {
            int[] index = [at / 12, at / 4 % 3, 0, at % 4];
            int place = 0;
            for (int axis = 0; axis < 4; axis++)
                place = (place * to[axis]) + index[axis] + before[axis];
            expected[place] = input[at];
        }

        var output = new int[expected.Length];
        Pad.Run(new Shape(shape), before, after, -1, input, output);
        Assert.Equal(expected, output);
    }

    [Fact]
    public void The_border_of_codes_is_the_outputs_zero_point()
    {
        Assert.Equal([-7, 5, -7], Create(
            TestTensor.Of<sbyte>([1], 5).Scaled(1, -7),
            TestTensor.Of([1, 2], 1, 1).Constant(),
            TestTensor.Empty<sbyte>(3).Scaled(1, -7)).Run<sbyte>());
        Assert.Equal([200, 5, 200], Create(
            TestTensor.Of<byte>([1], 5).Scaled(1, 200),
            TestTensor.Of([1, 2], 1, 1).Constant(),
            TestTensor.Empty<byte>(3).Scaled(1, 200)).Run<byte>());
    }

    [Fact]
    public void The_border_of_everything_else_is_0()
    {
        Assert.Equal([5, 0], Create(
            TestTensor.Of<sbyte>([1], 5),
            TestTensor.Of([1, 2], 0, 1).Constant(),
            TestTensor.Empty<sbyte>(2)).Run<sbyte>());
        Assert.Equal([0, 5], Create(
            TestTensor.Of<short>([1], 5).Scaled(1),
            TestTensor.Of([1, 2], 1L, 0L).Constant(),
            TestTensor.Empty<short>(2).Scaled(1)).Run<short>());
        Assert.Equal([0, 5], Create(
            TestTensor.Of<float>([1], 5),
            TestTensor.Of([1, 2], 1, 0).Constant(),
            TestTensor.Empty<float>(2)).Run<float>());
        Assert.Equal([0, 5], Create(
            TestTensor.Of<long>([1], 5),
            TestTensor.Of([1, 2], 1, 0).Constant(),
            TestTensor.Empty<long>(2)).Run<long>());
    }

    [Fact]
    public void PadV2_takes_its_value_from_the_third_input()
    {
        float[] output = new OperatorBuilder(BuiltinOperator.PadV2)
            .Input(TestTensor.Of<float>([2], 1, 2))
            .Input(TestTensor.Of([1, 2], 1, 1).Constant())
            .Input(TestTensor.Of<float>([], 0.25f))
            .Output(TestTensor.Empty<float>(4))
            .Run<float>();
        Assert.Equal([0.25f, 1, 2, 0.25f], output);
    }

    [Fact]
    public void Negative_padding_is_refused() => Assert.Equal(
        "axis 0 is padded by 2 and -1; expected no negative number",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], 2, -1).Constant(), TestTensor.Empty<int>(2)).Refusal());

    [Fact]
    public void An_output_of_another_extent_is_refused() => Assert.Equal(
        "tensor 2 has extent 3 along axis 0; expected 2147483649",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], int.MaxValue, 1).Constant(), TestTensor.Empty<int>(3)).Refusal());

    [Fact]
    public void An_output_of_another_rank_is_refused() => Assert.Equal(
        "tensor 2 has shape [3,1]; expected rank 1",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], 1, 1).Constant(), TestTensor.Empty<int>(3, 1)).Refusal());

    [Fact]
    public void Paddings_for_another_rank_are_refused() => Assert.Equal(
        "tensor 1 has 2 elements; expected 4",
        Create(TestTensor.Of([1, 1], 1), TestTensor.Of([1, 2], 1, 1).Constant(), TestTensor.Empty<int>(3, 1)).Refusal());

    [Fact]
    public void Paddings_that_are_computed_are_refused() => Assert.Equal(
        "tensor 1 is computed at run time; expected a constant",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], 1, 1), TestTensor.Empty<int>(3)).Refusal());

    [Fact]
    public void A_value_that_is_no_scalar_is_refused() => Assert.Equal(
        "tensor 2 has shape [2]; expected one element",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], 1, 1).Constant(), TestTensor.Empty<int>(3))
            .Input(TestTensor.Of([2], 1, 2).Constant())
            .Refusal());

    [Fact]
    public void A_value_of_another_type_is_refused() => Assert.Equal(
        "tensor 2 is FLOAT32; expected INT32",
        Create(TestTensor.Of([1], 1), TestTensor.Of([1, 2], 1, 1).Constant(), TestTensor.Empty<int>(3))
            .Input(TestTensor.Of([1], 1f).Constant())
            .Refusal());

    [Fact]
    public void A_value_of_another_scale_is_refused() => Assert.Equal(
        "tensor 2 has scale 2 and zero point 0; expected 1 and 0 as tensor 3",
        Create(TestTensor.Of<sbyte>([1], 1).Scaled(1), TestTensor.Of([1, 2], 1, 1).Constant(), TestTensor.Empty<sbyte>(3).Scaled(1))
            .Input(TestTensor.Of<sbyte>([1], 1).Scaled(2).Constant())
            .Refusal());

    [Theory]
    [InlineData(TensorType.Int4)]
    [InlineData(TensorType.Complex128)]
    public void Elements_that_are_not_1_2_4_or_8_bytes_are_not_moved(TensorType type) => Assert.Equal(
        $"version 1 has no kernel for types {type.SchemaName()}",
        Create(TestTensor.Empty(type, 1), TestTensor.Of([1, 2], 1, 0).Constant(), TestTensor.Empty(type, 2)).Unsupported());

    private static OperatorBuilder Create(TestTensor input, TestTensor paddings, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Pad, BuiltinOptionsType.Pad).Input(input).Input(paddings).Output(output);
}
