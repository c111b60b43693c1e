using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.OperatorStage;

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
        Assert.Equal([-7, 5, -7], Stage().Input<sbyte>([5], Codes(1, -7), 1).Constant([1, 1], 1, 2).Output<sbyte>(Codes(1, -7), 3).Run<sbyte>());
        Assert.Equal([200, 5, 200], Stage().Input<byte>([5], Codes(1, 200), 1).Constant([1, 1], 1, 2).Output<byte>(Codes(1, 200), 3).Run<byte>());
    }

    [Fact]
    public void The_border_of_everything_else_is_0()
    {
        Assert.Equal([5, 0], Stage().Input<sbyte>([5], null, 1).Constant([0, 1], 1, 2).Output<sbyte>(null, 2).Run<sbyte>());
        Assert.Equal([0, 5], Stage().Input<short>([5], Codes(1), 1).Constant([1L, 0L], 1, 2).Output<short>(Codes(1), 2).Run<short>());
        Assert.Equal([0, 5], Stage().Input<float>([5], null, 1).Constant([1, 0], 1, 2).Output<float>(null, 2).Run<float>());
        Assert.Equal([0, 5], Stage().Input<long>([5], null, 1).Constant([1, 0], 1, 2).Output<long>(null, 2).Run<long>());
    }

    [Fact]
    public void PadV2_takes_its_value_from_the_third_input()
    {
        float[] output = new OperatorStage(BuiltinOperator.PadV2)
            .Input<float>([1, 2], null, 2)
            .Constant([1, 1], 1, 2)
            .Input<float>([0.25f], null)
            .Output<float>(null, 4)
            .Run<float>();
        Assert.Equal([0.25f, 1, 2, 0.25f], output);
    }

    [Fact]
    public void Negative_padding_is_refused() => Assert.EndsWith(
        "axis 0 is padded by 2 and -1; expected no negative number",
        Stage().Input([1], null, 1).Constant([2, -1], 1, 2).Output<int>(null, 2).Error());

    [Fact]
    public void An_output_of_another_extent_is_refused() => Assert.EndsWith(
        "tensor 2 has extent 3 along axis 0; expected 2147483649",
        Stage().Input([1], null, 1).Constant([int.MaxValue, 1], 1, 2).Output<int>(null, 3).Error());

    [Fact]
    public void An_output_of_another_rank_is_refused() => Assert.EndsWith(
        "tensor 2 has shape [3,1]; expected rank 1",
        Stage().Input([1], null, 1).Constant([1, 1], 1, 2).Output<int>(null, 3, 1).Error());

    [Fact]
    public void Paddings_for_another_rank_are_refused() => Assert.EndsWith(
        "tensor 1 has 2 elements; expected 4",
        Stage().Input([1], null, 1, 1).Constant([1, 1], 1, 2).Output<int>(null, 3, 1).Error());

    [Fact]
    public void Paddings_that_are_computed_are_refused() => Assert.EndsWith(
        "tensor 1 is computed at run time; expected a constant",
        Stage().Input([1], null, 1).Input([1, 1], null, 1, 2).Output<int>(null, 3).Error());

    [Fact]
    public void A_value_that_is_no_scalar_is_refused() => Assert.EndsWith(
        "tensor 2 has shape [2]; expected one element",
        Stage().Input([1], null, 1).Constant([1, 1], 1, 2).Constant([1, 2], 2).Output<int>(null, 3).Error());

    [Fact]
    public void A_value_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 2 is FLOAT32; expected INT32",
        Stage().Input([1], null, 1).Constant([1, 1], 1, 2).Constant([1f], 1).Output<int>(null, 3).Error());

    [Fact]
    public void A_value_of_another_scale_is_refused() => Assert.EndsWith(
        "tensor 2 has scale 2 and zero point 0; expected 1 and 0 as tensor 3",
        Stage().Input<sbyte>([1], Codes(1), 1).Constant([1, 1], 1, 2).Constant<sbyte>([1], Codes(2), 1).Output<sbyte>(Codes(1), 3).Error());

    [Theory]
    [InlineData(TensorType.Int4)]
    [InlineData(TensorType.Complex128)]
    public void Elements_that_are_not_1_2_4_or_8_bytes_are_not_moved(TensorType type) => Assert.EndsWith(
        $"version 1 has no kernel for types {type.SchemaName()}",
        Stage().Input(type, 1).Constant([1, 0], 1, 2).Output(type, null, 2).Unsupported());

    private static OperatorStage Stage() => new(BuiltinOperator.Pad, BuiltinOptionsType.Pad);
}
