using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ElementwiseExample;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>What MAXIMUM and MINIMUM refuse beside <see cref="ElementwiseTests"/>.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData(BuiltinOperator.Maximum)]
    [InlineData(BuiltinOperator.Minimum)]
    public void Refuses_codes_that_mean_different_things(BuiltinOperator code)
    {
        OperatorBuilder example = Int8(code, [1], [2]);

        Assert.Equal(
            "tensor 1 has scale 1 and zero point 4; expected 1 and 0 as tensor 0",
            example.WithInput(1, input => input.Scaled(1, 4)).Refusal());
        Assert.Equal(
            "tensor 2 has scale 2 and zero point 0; expected 1 and 0 as tensor 0",
            example.WithOutput(output => output.Scaled(2)).Refusal());
        Assert.Equal("tensor 1 has 0 scales; expected 1", example.WithInput(1, input => input with { Scales = [] }).Refusal());
    }
}
