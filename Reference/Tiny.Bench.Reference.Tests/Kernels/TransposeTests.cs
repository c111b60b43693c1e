using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class TransposeTests
{
    [Fact]
    public void Turns_rows_into_columns()
    {
        var output = new short[6];
        Transpose.Run<short>(new Shape(2, 3), [1, 0], [1, 2, 3, 4, 5, 6], output);
        Assert.Equal([1, 4, 2, 5, 3, 6], output);
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(0, 3, 1, 2)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(1, 2, 3, 0)]
    [InlineData(2, 0, 3, 1)]
    public void Axis_i_of_the_output_is_axis_perm_i_of_the_input(params int[] perm)
    {
        int[] shape = [2, 3, 4, 5];
        int[] input = Enumerable.Range(100, 120).ToArray();
        int[] outputShape = perm.Select(axis => shape[axis]).ToArray();
        var expected = new int[120];
        for (int at = 0; at < 120; at++)
        {
            int[] index = [at / 60, at / 20 % 3, at / 5 % 4, at % 5];
            int to = 0;
            for (int axis = 0; axis < 4; axis++)
                to = (to * outputShape[axis]) + index[perm[axis]];
            expected[to] = input[at];
        }

        var output = new int[120];
        Transpose.Run<int>(new Shape(shape), perm, input, output);
        Assert.Equal(expected, output);
        OperatorStage stage = new OperatorStage(BuiltinOperator.Transpose).Input(input, null, shape).Constant(perm, 4);
        Assert.Equal(expected, stage.Output<int>(null, outputShape).Run<int>());
    }

    [Fact]
    public void Moves_elements_of_every_size()
    {
        Assert.Equal([1, 3, 2, 4], Run<sbyte>([1, 2, 3, 4]));
        Assert.Equal([1, 3, 2, 4], Run<byte>([1, 2, 3, 4]));
        Assert.Equal([-1, 3, 2, 4], Run<short>([-1, 2, 3, 4]));
        Assert.Equal([0.5f, 3, 2, 4], Run<float>([0.5f, 2, 3, 4]));
        Assert.Equal([1L << 40, 3, 2, 4], Run<long>([1L << 40, 2, 3, 4]));

        static T[] Run<T>(T[] input)
            where T : unmanaged =>
            new OperatorStage(BuiltinOperator.Transpose).Input(input, null, 2, 2).Constant([1L, 0L], 2).Output<T>(null, 2, 2).Run<T>();
    }

    [Fact]
    public void A_negative_axis_counts_from_the_back() => Assert.Equal(
        [1, 3, 2, 4],
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2, 3, 4], null, 2, 2).Constant([-1, 0], 2).Output<int>(null, 2, 2).Run<int>());

    [Fact]
    public void An_empty_tensor_has_nothing_to_move() => Assert.Empty(
        new OperatorStage(BuiltinOperator.Transpose).Input<int>([], null, 0, 2).Constant([1, 0], 2).Output<int>(null, 2, 0).Run<int>());

    [Fact]
    public void An_axis_named_twice_is_refused() => Assert.EndsWith(
        "the permutation names axis 1 twice; expected each axis once",
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2], null, 1, 2).Constant([1, -1], 2).Output<int>(null, 2, 2).Error());

    [Fact]
    public void A_permutation_of_another_rank_is_refused() => Assert.EndsWith(
        "tensor 1 has 1 elements; expected 2",
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2], null, 1, 2).Constant([0], 1).Output<int>(null, 2, 2).Error());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.EndsWith(
        "axis is 2; expected -2 to 1",
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2], null, 1, 2).Constant([0, 2], 2).Output<int>(null, 1, 2).Error());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.EndsWith(
        "tensor 2 has shape [1,2]; expected [2,1]",
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2], null, 1, 2).Constant([1, 0], 2).Output<int>(null, 1, 2).Error());

    [Fact]
    public void An_output_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 2 is FLOAT32; expected INT32",
        new OperatorStage(BuiltinOperator.Transpose).Input([1, 2], null, 1, 2).Constant([1, 0], 2).Output<float>(null, 2, 1).Error());

    [Fact]
    public void Seven_axes_are_refused() => Assert.EndsWith(
        "tensor 0 has shape [1,1,1,1,1,1,1]; expected rank 0 to 6",
        new OperatorStage(BuiltinOperator.Transpose).Input([1], null, 1, 1, 1, 1, 1, 1, 1).Constant([0], 1).Output<int>(null, 1).Error());
}
