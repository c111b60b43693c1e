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
        OperatorBuilder transpose = new OperatorBuilder(BuiltinOperator.Transpose)
            .Input(TestTensor.Of(shape, input))
            .Input(TestTensor.Of([4], perm).Constant());
        Assert.Equal(expected, transpose.Output(TestTensor.Empty<int>(outputShape)).Run<int>());
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
            Create(TestTensor.Of([2, 2], input), TestTensor.Of([2], 1L, 0L).Constant(), TestTensor.Empty<T>(2, 2)).Run<T>();
    }

    [Fact]
    public void A_negative_axis_counts_from_the_back() => Assert.Equal(
        [1, 3, 2, 4],
        Create(TestTensor.Of([2, 2], 1, 2, 3, 4), TestTensor.Of([2], -1, 0).Constant(), TestTensor.Empty<int>(2, 2)).Run<int>());

    [Fact]
    public void An_empty_tensor_has_nothing_to_move() => Assert.Empty(
        Create(TestTensor.Of<int>([0, 2]), TestTensor.Of([2], 1, 0).Constant(), TestTensor.Empty<int>(2, 0)).Run<int>());

    [Fact]
    public void An_axis_named_twice_is_refused() => Assert.Equal(
        "the permutation names axis 1 twice; expected each axis once",
        Create(TestTensor.Of([1, 2], 1, 2), TestTensor.Of([2], 1, -1).Constant(), TestTensor.Empty<int>(2, 2)).Refusal());

    [Fact]
    public void A_permutation_of_another_rank_is_refused() => Assert.Equal(
        "tensor 1 has 1 elements; expected 2",
        Create(TestTensor.Of([1, 2], 1, 2), TestTensor.Of([1], 0).Constant(), TestTensor.Empty<int>(2, 2)).Refusal());

    [Fact]
    public void An_axis_outside_the_rank_is_refused() => Assert.Equal(
        "axis is 2; expected -2 to 1",
        Create(TestTensor.Of([1, 2], 1, 2), TestTensor.Of([2], 0, 2).Constant(), TestTensor.Empty<int>(1, 2)).Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 2 has shape [1,2]; expected [2,1]",
        Create(TestTensor.Of([1, 2], 1, 2), TestTensor.Of([2], 1, 0).Constant(), TestTensor.Empty<int>(1, 2)).Refusal());

    [Fact]
    public void An_output_of_another_type_is_refused() => Assert.Equal(
        "tensor 2 is FLOAT32; expected INT32",
        Create(TestTensor.Of([1, 2], 1, 2), TestTensor.Of([2], 1, 0).Constant(), TestTensor.Empty<float>(2, 1)).Refusal());

    [Fact]
    public void Seven_axes_are_refused() => Assert.Equal(
        "tensor 0 has shape [1,1,1,1,1,1,1]; expected rank 0 to 6",
        Create(TestTensor.Of([1, 1, 1, 1, 1, 1, 1], 1), TestTensor.Of([1], 0).Constant(), TestTensor.Empty<int>(1)).Refusal());

    private static OperatorBuilder Create(TestTensor input, TestTensor permutation, TestTensor output) =>
        new OperatorBuilder(BuiltinOperator.Transpose).Input(input).Input(permutation).Output(output);
}
