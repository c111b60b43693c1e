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
        Create([begin], [end], [stride], Ten, 10).Output(TestTensor.Empty<int>(expected.Length)).Run<int>());

    [Theory]
    [InlineData(1, 0, 2, new[] { 0, 2 })]
    [InlineData(0, 1, 2, new[] { 3, 5, 7, 9 })]
    [InlineData(1, 1, 4, new[] { 0, 4, 8 })]
    [InlineData(1, 1, -4, new[] { 9, 5, 1 })]
    public void A_masked_begin_or_end_is_that_of_the_axis(int beginMask, int endMask, int stride, int[] expected) => Assert.Equal(
        expected,
        Create([3], [4], [stride], Ten, 10)
            .WithOption(0, beginMask)
            .WithOption(1, endMask)
            .Output(TestTensor.Empty<int>(expected.Length))
            .Run<int>());

    [Fact]
    public void Slices_several_axes_and_drops_those_that_shrink()
    {
        // Of [2,3,4]: row 1, columns 2 and 0, elements 1 and 3.
        int[] input = Enumerable.Range(0, 24).ToArray();
        int[] output = Create([-1, 2, 1], [99, -9, 4], [1, -2, 2], input, 2, 3, 4)
            .WithOption(4, 1)
            .Output(TestTensor.Empty<int>(2, 2))
            .Run<int>();
        Assert.Equal([21, 23, 13, 15], output);
    }

    [Fact]
    public void Moves_elements_of_every_size()
    {
        Assert.Equal([2], Create<sbyte>([1], [2], [1], [1, 2], 2).Output(TestTensor.Empty<sbyte>(1)).Run<sbyte>());
        Assert.Equal([2], Create<short>([1], [2], [1], [1, 2], 2).Output(TestTensor.Empty<short>(1)).Run<short>());
        Assert.Equal([2L], Create<long>([1], [2], [1], [1, 2], 2).Output(TestTensor.Empty<long>(1)).Run<long>());
    }

    [Fact]
    public void A_stride_of_0_is_refused() => Assert.Equal(
        "the stride along axis 0 is 0; expected another",
        Create([0], [1], [0], Ten, 10).Output(TestTensor.Empty<int>(1)).Refusal());

    [Theory]
    [InlineData(10, 1, "index 10 with stride 1 picks no element of axis 0, whose extent is 10")]
    [InlineData(3, -1, "index 3 with stride -1 picks no element of axis 0, whose extent is 10")]
    public void An_index_that_picks_nothing_is_refused(int begin, int stride, string problem) => Assert.Equal(
        problem,
        Create([begin], [0], [stride], Ten, 10).WithOption(4, 1).Output(TestTensor.Empty<int>()).Refusal());

    [Fact]
    public void An_ellipsis_is_refused() => Assert.Equal(
        "ellipsis_mask is 1; expected 0, an ellipsis is not supported",
        Create([0], [1], [1], Ten, 10).WithOption(2, 1).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void A_new_axis_is_refused() => Assert.Equal(
        "new_axis_mask is 2; expected 0, new axes are not supported",
        Create([0], [1], [1], Ten, 10).WithOption(3, 2).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void A_begin_of_another_rank_is_refused() => Assert.Equal(
        "tensor 1 has 2 elements; expected 1",
        Create([0, 0], [1], [1], Ten, 10).Output(TestTensor.Empty<int>(1)).Refusal());

    [Fact]
    public void An_output_of_another_shape_is_refused() => Assert.Equal(
        "tensor 4 has shape [4]; expected [3]",
        Create([0], [3], [1], Ten, 10).Output(TestTensor.Empty<int>(4)).Refusal());

    [Fact]
    public void An_output_of_another_type_is_refused() => Assert.Equal(
        "tensor 4 is FLOAT32; expected INT32",
        Create([0], [3], [1], Ten, 10).Output(TestTensor.Empty<float>(3)).Refusal());

    [Fact]
    public void Three_inputs_are_refused() => Assert.Equal(
        "has 3 inputs; expected 4",
        new OperatorBuilder(BuiltinOperator.StridedSlice)
            .Input(TestTensor.Of([10], Ten))
            .Input(TestTensor.Of([1], 0).Constant())
            .Input(TestTensor.Of([1], 1).Constant())
            .Output(TestTensor.Empty<int>(1))
            .Refusal());

    private static OperatorBuilder Create<T>(int[] begin, int[] end, int[] strides, T[] input, params int[] shape)
        where T : unmanaged =>
        new OperatorBuilder(BuiltinOperator.StridedSlice, BuiltinOptionsType.StridedSlice)
            .Input(TestTensor.Of(shape, input))
            .Input(TestTensor.Of([begin.Length], begin).Constant())
            .Input(TestTensor.Of([end.Length], end).Constant())
            .Input(TestTensor.Of([strides.Length], strides).Constant());
}
