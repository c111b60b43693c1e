using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ReshapeTests
{
    [Fact]
    public void Reshape_keeps_the_elements_in_their_order()
    {
        short[] output = new OperatorBuilder(BuiltinOperator.Reshape)
            .Input(TestTensor.Of<short>([2, 3], 1, 2, 3, 4, 5, 6))
            .Input(TestTensor.Of([2], 3, -1).Constant())
            .Output(TestTensor.Empty<short>(3, 2))
            .Run<short>();
        Assert.Equal([1, 2, 3, 4, 5, 6], output);
    }

    [Fact]
    public void Squeeze_drops_axes_of_one() => Assert.Equal(
        [1, 2],
        new OperatorBuilder(BuiltinOperator.Squeeze).Input(TestTensor.Of([1, 2, 1], 1, 2)).Output(TestTensor.Empty<int>(2)).Run<int>());

    [Fact]
    public void Expand_dims_adds_an_axis_of_one() => Assert.Equal(
        [1L, 2L],
        new OperatorBuilder(BuiltinOperator.ExpandDims)
            .Input(TestTensor.Of([2], 1L, 2L))
            .Input(TestTensor.Of([1], 0).Constant())
            .Output(TestTensor.Empty<long>(1, 2))
            .Run<long>());

    [Fact]
    public void Another_number_of_elements_is_refused() => Assert.Equal(
        "tensor 1 has shape [3]; expected 4 elements, as many as [2,2] has",
        new OperatorBuilder(BuiltinOperator.Reshape).Input(TestTensor.Of([2, 2], 1, 2, 3, 4)).Output(TestTensor.Empty<int>(3)).Refusal());

    [Fact]
    public void Another_type_is_refused() => Assert.Equal(
        "tensor 1 is INT32; expected FLOAT32",
        new OperatorBuilder(BuiltinOperator.Reshape).Input(TestTensor.Of([1], 1f)).Output(TestTensor.Empty<int>(1, 1)).Refusal());

    [Fact]
    public void Squeeze_has_one_input() => Assert.Equal(
        "has 2 inputs; expected 1",
        new OperatorBuilder(BuiltinOperator.Squeeze).Input(TestTensor.Of([1], 1)).Input(null).Output(TestTensor.Empty<int>()).Refusal());
}
