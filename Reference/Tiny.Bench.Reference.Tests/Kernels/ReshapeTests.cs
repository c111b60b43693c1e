using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class ReshapeTests
{
    [Fact]
    public void Reshape_keeps_the_elements_in_their_order()
    {
        short[] output = new OperatorStage(BuiltinOperator.Reshape)
            .Input<short>([1, 2, 3, 4, 5, 6], null, 2, 3)
            .Constant([3, -1], 2)
            .Output<short>(null, 3, 2)
            .Run<short>();
        Assert.Equal([1, 2, 3, 4, 5, 6], output);
    }

    [Fact]
    public void Squeeze_drops_axes_of_one() => Assert.Equal(
        [1, 2],
        new OperatorStage(BuiltinOperator.Squeeze).Input([1, 2], null, 1, 2, 1).Output<int>(null, 2).Run<int>());

    [Fact]
    public void Expand_dims_adds_an_axis_of_one() => Assert.Equal(
        [1L, 2L],
        new OperatorStage(BuiltinOperator.ExpandDims).Input([1L, 2L], null, 2).Constant([0], 1).Output<long>(null, 1, 2).Run<long>());

    [Fact]
    public void Another_number_of_elements_is_refused() => Assert.EndsWith(
        "tensor 1 has shape [3]; expected 4 elements, as many as [2,2] has",
        new OperatorStage(BuiltinOperator.Reshape).Input([1, 2, 3, 4], null, 2, 2).Output<int>(null, 3).Error());

    [Fact]
    public void Another_type_is_refused() => Assert.EndsWith(
        "tensor 1 is INT32; expected FLOAT32",
        new OperatorStage(BuiltinOperator.Reshape).Input([1f], null, 1).Output<int>(null, 1, 1).Error());

    [Fact]
    public void Squeeze_has_one_input() => Assert.EndsWith(
        "has 2 inputs; expected 1",
        new OperatorStage(BuiltinOperator.Squeeze).Input([1], null, 1).LeftOut().Output<int>(null).Error());
}
