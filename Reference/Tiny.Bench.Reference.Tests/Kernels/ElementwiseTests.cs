using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>What all operators with two operands refuse.</summary>
public sealed class ElementwiseTests
{
    public static TheoryData<BuiltinOperator> Requantizing => [BuiltinOperator.Add, BuiltinOperator.Sub, BuiltinOperator.Mul];

    public static TheoryData<BuiltinOperator> All =>
        [BuiltinOperator.Add, BuiltinOperator.Sub, BuiltinOperator.Mul, BuiltinOperator.Maximum, BuiltinOperator.Minimum];

    [Theory]
    [MemberData(nameof(All))]
    public void Refuses_another_arity(BuiltinOperator code)
    {
        OperatorBuilder example = Example(code);

        Assert.Equal("has 1 inputs; expected 2", (example with { Inputs = example.Inputs[..1] }).Refusal());
        Assert.Equal("input 1 is left out; it is required", example.WithInput(1, (TestTensor?)null).Refusal());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Refuses_shapes_that_do_not_broadcast(BuiltinOperator code) =>
        Assert.Equal(
            "shapes [2] and [3] of tensors 0 and 1 do not broadcast to at most 5 axes",
            Example(code).WithInput(1, TestTensor.Empty<sbyte>(3).Scaled(1)).Refusal());

    [Theory]
    [MemberData(nameof(All))]
    public void Refuses_another_shape_of_the_output(BuiltinOperator code) =>
        Assert.Equal(
            "tensor 2 has shape [1,2]; expected [2]",
            Example(code).WithOutput(TestTensor.Empty<sbyte>(1, 2).Scaled(1)).Refusal());

    [Theory]
    [MemberData(nameof(All))]
    public void Refuses_the_options_of_another_operator(BuiltinOperator code)
    {
        OperatorBuilder example = Example(code);
        string expected = $"has options of union member 1; expected {(int)example.OptionsType} ({example.OptionsType}Options)";

        Assert.Equal(expected, (example with { OptionsType = BuiltinOptionsType.Conv2D }).Refusal());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Names_types_that_have_no_kernel(BuiltinOperator code)
    {
        Assert.Equal(
            "version 1 has no kernel for types INT8, INT8, INT16",
            Example(code).WithOutput(TestTensor.Empty<short>(2).Scaled(1)).Unsupported());
        Assert.Equal(
            "version 1 has no kernel for types UINT8, UINT8, UINT8",
            Create(
                code,
                TestTensor.Empty<byte>(2).Scaled(1),
                TestTensor.Empty<byte>(2).Scaled(1),
                TestTensor.Empty<byte>(2).Scaled(1)).Unsupported());
    }

    [Theory]
    [MemberData(nameof(Requantizing))]
    public void Refuses_other_activations(BuiltinOperator code) =>
        Assert.Equal(
            "fused activation is 5; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)",
            Example(code).WithOption(Activation, 5).Refusal());

    [Theory]
    [MemberData(nameof(Requantizing))]
    public void Refuses_operands_without_exactly_one_scale(BuiltinOperator code)
    {
        Assert.Equal("tensor 0 has 0 scales; expected 1", Example(code).WithInput(0, input => input with { Scales = [] }).Refusal());
        Assert.Equal("tensor 1 has 2 scales; expected 1", Example(code).WithInput(1, input => input with { Scales = [1, 1] }).Refusal());
        Assert.Equal("tensor 2 has 0 scales; expected 1", Example(code).WithOutput(output => output with { Scales = [] }).Refusal());
    }

    [Theory]
    [MemberData(nameof(Requantizing))]
    public void Refuses_a_zero_point_of_int16(BuiltinOperator code)
    {
        OperatorBuilder example = Create(
            code,
            TestTensor.Empty<short>(2).Scaled(1),
            TestTensor.Empty<short>(2).Scaled(1, -1),
            TestTensor.Empty<short>(2).Scaled(1));

        Assert.Equal("tensor 1 (INT16) has zero point -1; expected 0 to 0", example.Refusal());
    }

    private static OperatorBuilder Example(BuiltinOperator code) => Int8(code, [1, 2], [3, 4]);
}
