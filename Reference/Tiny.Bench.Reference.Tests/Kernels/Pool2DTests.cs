using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.PoolExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class Pool2DTests
{
    public static TheoryData<BuiltinOperator> Pools => [BuiltinOperator.AveragePool2D, BuiltinOperator.MaxPool2D];

    [Theory]
    [MemberData(nameof(Pools))]
    public void Height_and_width_are_their_own_options(BuiltinOperator code)
    {
        // Columns of three under a window of two rows, three rows apart.
        OperatorBuilder pool = Pair(code, 0, 0)
            .WithInput(0, TestTensor.Of<sbyte>([1, 5, 1, 1], 1, 1, 9, 4, 4).Scaled(1))
            .WithOutput(TestTensor.Empty<sbyte>(1, 2, 1, 1).Scaled(1))
            .WithOption(FilterHeight, 2).WithOption(FilterWidth, 1).WithOption(StrideHeight, 3);

        Assert.Equal([1, 4], pool.Run<sbyte>());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_another_quantization_of_the_output(BuiltinOperator code)
    {
        OperatorBuilder pool = Pair(code, 1, 2);

        Assert.Equal(
            "tensor 1 has scale 1 and zero point 1; expected 1 and 0 as tensor 0",
            pool.WithOutput(output => output.Scaled(1, 1)).Refusal());
        Assert.Equal(
            "tensor 1 has scale 1.00001 and zero point 0; expected 1 and 0 as tensor 0",
            pool.WithOutput(output => output.Scaled(1.00001f)).Refusal());
        Assert.Equal([2], pool.WithOutput(output => output.Scaled(1.0000005f)).Run<sbyte>());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_codes_without_a_scale(BuiltinOperator code) =>
        Assert.Equal("tensor 1 has 0 scales; expected 1", Pair(code, 1, 2).WithOutput(output => output with { Scales = [] }).Refusal());

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_other_channels(BuiltinOperator code) =>
        Assert.Equal(
            "tensor 1 has 2 channels; expected 1 as the input",
            Pair(code, 1, 2).WithOutput(TestTensor.Empty<sbyte>(1, 1, 1, 2).Scaled(1)).Refusal());

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_windows_out_of_range(BuiltinOperator code)
    {
        Assert.Equal("the window's height is 0; expected at least 1", Pair(code, 1, 2).WithOption(FilterHeight, 0).Refusal());
        Assert.Equal("the window's width is -1; expected at least 1", Pair(code, 1, 2).WithOption(FilterWidth, -1).Refusal());
        Assert.Equal(
            "the window's width is 2147483647 with its dilation; expected at most 1073741823",
            Pair(code, 1, 2).WithOption(FilterWidth, int.MaxValue).Refusal());
        Assert.Equal("the stride along the width is 0; expected at least 1", Pair(code, 1, 2).WithOption(StrideWidth, 0).Refusal());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_other_activations_and_options(BuiltinOperator code)
    {
        Assert.Equal(
            "fused activation is 4; expected 0 (NONE), 1 (RELU), 2 (RELU_N1_TO_1) or 3 (RELU6)",
            Pair(code, 1, 2).WithOption(Activation, 4).Refusal());
        Assert.Equal(
            "has options of union member 1; expected 5 (Pool2DOptions)",
            (Pair(code, 1, 2) with { OptionsType = BuiltinOptionsType.Conv2D }).Refusal());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Refuses_another_arity(BuiltinOperator code)
    {
        OperatorBuilder pool = Pair(code, 1, 2);

        Assert.Equal("has 2 inputs; expected 1", (pool with { Inputs = [pool.Inputs[0], pool.Inputs[0]] }).Refusal());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Names_types_that_have_no_kernel(BuiltinOperator code)
    {
        Assert.Equal(
            "version 1 has no kernel for types INT8, INT16",
            Pair(code, 1, 2).WithOutput(TestTensor.Empty<short>(1, 1, 1, 1).Scaled(1)).Unsupported());
        Assert.Equal(
            "version 1 has no kernel for types INT32, INT32",
            Pair(code, 1, 2).WithInput(0, TestTensor.Empty<int>(1, 1, 2, 1))
                .WithOutput(TestTensor.Empty<int>(1, 1, 1, 1)).Unsupported());
    }
}
