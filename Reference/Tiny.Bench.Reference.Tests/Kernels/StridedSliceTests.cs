using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class StridedSliceTests
{
    private static readonly int[] Ten = Enumerable.Range(0, 10).ToArray();

    [Theory]
    [InlineData(2, 5, 1, new[] { 2, 3, 4 })]
    [InlineData(0, 10, 3, new[] { 0, 3, 6, 9 })]
    [InlineData(1, 9, 4, new[] { 1, 5 })]
    [InlineData(-3, -1, 1, new[] { 7, 8 })]
    [InlineData(-100, 100, 5, new[] { 0, 5 })]
    [InlineData(9, 0, -4, new[] { 9, 5, 1 })]
    [InlineData(100, -100, -5, new[] { 9, 4 })]
    [InlineData(5, 2, 1, new int[0])]
    [InlineData(2, 5, -1, new int[0])]
    [InlineData(3, 10, int.MaxValue, new[] { 3 })]
    [InlineData(3, -100, int.MinValue, new[] { 3 })]
    [InlineData(int.MinValue, int.MaxValue, 9, new[] { 0, 9 })]
    public void Takes_every_strideth_element_from_begin_to_end(int begin, int end, int stride, int[] expected) => Assert.Equal(
        expected,
        Stage([begin], [end], [stride], Ten, 10).Output<int>(null, expected.Length).Run<int>());

    [Theory]
    [InlineData(1, 0, 2, new[] { 0, 2 })]
    [InlineData(0, 1, 2, new[] { 3, 5, 7, 9 })]
    [InlineData(1, 1, 4, new[] { 0, 4, 8 })]
    [InlineData(1, 1, -4, new[] { 9, 5, 1 })]
    public void A_masked_begin_or_end_is_that_of_the_axis(int beginMask, int endMask, int stride, int[] expected) => Assert.Equal(
        expected,
        Stage([3], [4], [stride], Ten, 10).Option(0, beginMask).Option(1, endMask).Output<int>(null, expected.Length).Run<int>());

    [Fact]
    public void Slices_several_axes_and_drops_those_that_shrink()
    {
        // Of [2,3,4]: row 1, columns 2 and 0, elements 1 and 3.
        int[] input = Enumerable.Range(0, 24).ToArray();
        int[] output = Stage([-1, 2, 1], [99, -9, 4], [1, -2, 2], input, 2, 3, 4).Option(4, 1).Output<int>(null, 2, 2).Run<int>();
        Assert.Equal([21, 23, 13, 15], output);
    }

    [Fact]
    public void Moves_elements_of_every_size()
    {
        Assert.Equal([2], Stage<sbyte>([1], [2], [1], [1, 2], 2).Output<sbyte>(null, 1).Run<sbyte>());
        Assert.Equal([2], Stage<short>([1], [2], [1], [1, 2], 2).Output<short>(null, 1).Run<short>());
        Assert.Equal([2L], Stage<long>([1], [2], [1], [1, 2], 2).Output<long>(null, 1).Run<long>());
    }

    [Fact]
    public void A_stride_of_0_is_refused() => Assert.EndsWith(
        "the stride along axis 0 is 0; expected another",
        Stage([0], [1], [0], Ten, 10).Output<int>(null, 1).Error());

    [Theory]
    [InlineData(10, 1, "index 10 with stride 1 picks no element of axis 0, whose extent is 10")]
    [InlineData(3, -1, "index 3 with stride -1 picks no element of axis 0, whose extent is 10")]
    public void An_index_that_picks_nothing_is_refused(int begin, int stride, string problem) => Assert.EndsWith(
        problem,
        Stage([begin], [0], [stride], Ten, 10).Option(4, 1).Output<int>(null).Error());

    [Fact]
    public void An_ellipsis_is_refused() => Assert.EndsWith(
        "ellipsis_mask is 1; expected 0, an ellipsis is not supported",
        Stage([0], [1], [1], Ten, 10).Option(2, 1).Output<int>(null, 1).Error());

    [Fact]
    public void A_new_axis_is_refused() => Assert.EndsWith(
        "new_axis_mask is 2; expected 0, new axes are not supported",
        Stage([0], [1], [1], Ten, 10).Option(3, 2).Output<int>(null, 1).Error());

    [Fact]
    public void A_begin_of_another_rank_is_refused() => Assert.EndsWith(
        "tensor 1 has 2 elements; expected 1",
        Stage([0, 0], [1], [1], Ten, 10).Output<int>(null, 1).Error());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.EndsWith(
        "tensor 4 has shape [4]; expected [3]",
        Stage([0], [3], [1], Ten, 10).Output<int>(null, 4).Error());

    [Fact]
    public void An_output_of_another_type_is_refused() => Assert.EndsWith(
        "tensor 4 is FLOAT32; expected INT32",
        Stage([0], [3], [1], Ten, 10).Output<float>(null, 3).Error());

    [Fact]
    public void Three_inputs_are_refused() => Assert.EndsWith(
        "has 3 inputs; expected 4",
        new OperatorStage(BuiltinOperator.StridedSlice).Input(Ten, null, 10).Constant([0], 1).Constant([1], 1).Output<int>(null, 1).Error());

    private static OperatorStage Stage<T>(int[] begin, int[] end, int[] strides, T[] input, params int[] shape)
        where T : unmanaged =>
        new OperatorStage(BuiltinOperator.StridedSlice, BuiltinOptionsType.StridedSlice)
            .Input(input, null, shape)
            .Constant(begin, begin.Length)
            .Constant(end, end.Length)
            .Constant(strides, strides.Length);
}
