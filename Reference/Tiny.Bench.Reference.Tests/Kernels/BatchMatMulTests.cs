using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

public sealed class BatchMatMulTests
{
    private const int AdjointX = 0, AdjointY = 1;

    // [1 2 3; 4 5 6] times [1 0; 0 1; 1 -1].
    [Fact]
    public void Multiplies_rows_by_columns() => Assert.Equal([4, -1, 10, -1], Product().Run<sbyte>());

    [Fact]
    public void Either_side_may_be_stored_transposed()
    {
        TestTensor lhs = TestTensor.Of<sbyte>([3, 2], 1, 4, 2, 5, 3, 6).Scaled(1);
        TestTensor rhs = TestTensor.Of<sbyte>([2, 3], 1, 0, 1, 0, 1, -1).Scaled(1);

        Assert.Equal([4, -1, 10, -1], Product().WithInput(0, lhs).WithOption(AdjointX, 1).Run<sbyte>());
        Assert.Equal([4, -1, 10, -1], Product().WithInput(1, rhs).WithOption(AdjointY, 1).Run<sbyte>());
        Assert.Equal([4, -1, 10, -1], Product()
            .WithInput(0, lhs).WithInput(1, rhs).WithOption(AdjointX, 1).WithOption(AdjointY, 1).Run<sbyte>());
    }

    [Fact]
    public void Leading_axes_broadcast() =>
        Assert.Equal([1, 2, 3, 3, 4, 7], Create(
            TestTensor.Of<sbyte>([2, 1, 1, 2], 1, 2, 3, 4).Scaled(1),
            TestTensor.Of<sbyte>([3, 2, 1], 1, 0, 0, 1, 1, 1).Scaled(1),
            TestTensor.Empty<sbyte>(2, 3, 1, 1).Scaled(1)).Run<sbyte>());

    [Fact]
    public void Both_sides_have_a_zero_point() =>
        Assert.Equal([(6 * 2) + 5], Create( // (3 - 1) * (4 + 2)
            TestTensor.Of<sbyte>([1, 1], 3).Scaled(1, 1),
            TestTensor.Of<sbyte>([1, 1], 4).Scaled(1, -2).Constant(),
            TestTensor.Empty<sbyte>(1, 1).Scaled(1, 5)).Run<sbyte>());

    [Fact]
    public void Stops_at_the_rails_and_rounds_as_asked()
    {
        OperatorBuilder product = Create(
            TestTensor.Of<sbyte>([1, 1], -2).Scaled(1),
            TestTensor.Of<sbyte>([1, 3], 3, 100, -100).Scaled(1),
            TestTensor.Empty<sbyte>(1, 3).Scaled(1));
        OperatorBuilder quartered = product.WithOutput(output => output.Scaled(4));

        Assert.Equal([-6, -128, 127], product.Run<sbyte>());
        Assert.Equal([-2, -50, 50], quartered.Run<sbyte, DoubleRounding>());
        Assert.Equal([-1, -50, 50], quartered.Run<sbyte, SingleRounding>());
    }

    // 3 * 32767^2 is above 2^31; by 2^-18 it is 12287.25.
    [Fact]
    public void Int16_is_summed_in_int64() =>
        Assert.Equal([12287], Create(
            TestTensor.Of<short>([1, 3], 32767, 32767, 32767).Scaled(1),
            TestTensor.Of<short>([3, 1], 32767, 32767, 32767).Scaled(1),
            TestTensor.Empty<short>(1, 1).Scaled(1 << 18)).Run<short>());

    // 230 * -128 * 5 - 30 is the accumulator -147230 of the test of FULLY_CONNECTED where the two ways to multiply the scales disagree.
    [Fact]
    public void Scales_are_multiplied_in_binary32() =>
        Assert.Equal([-80], Create(
            TestTensor.Of<sbyte>([1, 6], 102, 102, 102, 102, 102, -98).Scaled(0.003060992807149887f, -128),
            TestTensor.Of<sbyte>([6, 1], -128, -128, -128, -128, -128, -1).Scaled(0.002768587553873658f),
            TestTensor.Empty<sbyte>(1, 1).Scaled(0.015499711968004704f)).Run<sbyte>());

    [Fact]
    public void Multiplies_in_binary32()
    {
        OperatorBuilder product = Create(
            TestTensor.Of<float>([3, 2], 1, 4, 2, 5, 3, 6),
            TestTensor.Of<float>([1, 2, 3], 1, 0, 1, 0, 1, -0.5f),
            TestTensor.Empty<float>(1, 2, 2)).WithOption(AdjointX, 1).WithOption(AdjointY, 1);

        Assert.Equal([4f, 0.5f, 10f, 2f], product.Run<float>());
    }

    [Fact]
    public void Counts_a_product_for_every_step_of_every_output() => Assert.Equal(4 * 3, Product().MultiplyAccumulates());

    [Theory]
    [InlineData(new[] { 2 }, new[] { 2, 1 }, "[2]", "[2,1]")]
    [InlineData(new[] { 1, 1, 1, 1, 1, 2 }, new[] { 2, 1 }, "[1,1,1,1,1,2]", "[2,1]")]
    [InlineData(new[] { 2, 1 }, new[] { 1, 1, 1, 1, 1, 2 }, "[2,1]", "[1,1,1,1,1,2]")]
    [InlineData(new[] { 2, 3 }, new[] { 2, 3 }, "[2,3]", "[2,3]")]
    [InlineData(new[] { 2, 1, 1 }, new[] { 3, 1, 1 }, "[2,1,1]", "[3,1,1]")]
    [InlineData(new[] { 65536, 0 }, new[] { 0, 65536 }, "[65536,0]", "[0,65536]")] // 2^32 outputs
    [InlineData(new[] { 1, 65536, 0 }, new[] { 65536, 0, 0 }, "[1,65536,0]", "[65536,0,0]")]
    public void Refuses_matrices_that_do_not_multiply(int[] lhs, int[] rhs, string lhsShape, string rhsShape)
    {
        OperatorBuilder product = Create(
            TestTensor.Empty<sbyte>(lhs).Scaled(1),
            TestTensor.Empty<sbyte>(rhs).Scaled(1),
            TestTensor.Empty<sbyte>(1, 1).Scaled(1));

        Assert.Equal($"matrices of shapes {lhsShape} and {rhsShape} do not multiply", product.Refusal());
    }

    [Fact]
    public void Names_the_side_that_is_transposed()
    {
        Assert.Equal("matrices of shapes [2,3] (adjoint) and [3,2] do not multiply", Product().WithOption(AdjointX, 1).Refusal());
        Assert.Equal("matrices of shapes [2,3] and [3,2] (adjoint) do not multiply", Product().WithOption(AdjointY, 1).Refusal());
    }

    [Fact]
    public void Refuses_another_shape_of_the_output() =>
        Assert.Equal(
            "tensor 2 has shape [4]; expected [2,2]",
            Product().WithOutput(TestTensor.Empty<sbyte>(4).Scaled(1)).Refusal());

    [Fact]
    public void Refuses_another_arity_or_options()
    {
        Assert.Equal("has 1 inputs; expected 2", (Product() with { Inputs = Product().Inputs[..1] }).Refusal());
        Assert.Equal(
            "has options of union member 1; expected 101 (BatchMatMulOptions)",
            (Product() with { OptionsType = BuiltinOptionsType.Conv2D }).Refusal());
    }

    [Fact]
    public void Refuses_scales_and_zero_points_out_of_range()
    {
        Assert.Equal("tensor 1 has 0 scales; expected 1", Product().WithInput(1, rhs => rhs with { Scales = [] }).Refusal());
        Assert.Equal("tensor 0 (INT8) has zero point 128; expected -128 to 127", Product().WithInput(0, lhs => lhs.Scaled(1, 128)).Refusal());
        Assert.Equal(
            "the scales give the factor 1073741824; expected one below 2^30",
            Product().WithInput(0, lhs => lhs.Scaled(1 << 30)).Refusal());
    }

    [Fact]
    public void Names_types_that_have_no_kernel() =>
        Assert.Equal(
            "version 1 has no kernel for types FLOAT32, INT8, FLOAT32",
            Create(
                TestTensor.Empty<float>(1, 1),
                TestTensor.Empty<sbyte>(1, 1).Scaled(1),
                TestTensor.Empty<float>(1, 1)).Unsupported());

    private static OperatorBuilder Product() => Create(
        TestTensor.Of<sbyte>([2, 3], 1, 2, 3, 4, 5, 6).Scaled(1),
        TestTensor.Of<sbyte>([3, 2], 1, 0, 0, 1, 1, -1).Scaled(1),
        TestTensor.Empty<sbyte>(2, 2).Scaled(1));

    private static OperatorBuilder Create(TestTensor lhs, TestTensor rhs, TestTensor output) =>
        new(BuiltinOperator.BatchMatMul, BuiltinOptionsType.BatchMatMul) { Inputs = [lhs, rhs], Outputs = [output] };
}
