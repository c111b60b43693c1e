using Tiny.Bench.Reference.Models;
using static Tiny.Bench.Reference.Kernels.ConvExample;

namespace Tiny.Bench.Reference.Kernels;

public sealed class OperatorContextTests
{
    [Fact]
    public void Refuses_another_number_of_inputs()
    {
        OperatorBuilder conv = Int8();

        Assert.Equal("has 1 inputs; expected 2 to 3", (conv with { Inputs = conv.Inputs[..1] }).Refusal());
        Assert.Equal("has 4 inputs; expected 2 to 3", (conv with { Inputs = [.. conv.Inputs, null] }).Refusal());
    }

    [Fact]
    public void Refuses_another_number_of_outputs()
    {
        OperatorBuilder conv = Int8();

        Assert.Equal("has 2 outputs; expected 1", (conv with { Outputs = [conv.Outputs[0], conv.Outputs[0]] }).Refusal());
    }

    [Fact]
    public void A_trailing_optional_input_need_not_be_listed()
    {
        OperatorBuilder conv = Int8();

        Assert.Equal([10, 6, 7, 4], (conv with { Inputs = conv.Inputs[..2] }).Run<sbyte>());
    }

    [Fact]
    public void Refuses_to_run_without_a_required_input() =>
        Assert.Equal("input 1 is left out; it is required", Int8().WithInput(1, (TestTensor?)null).Refusal());

    [Fact]
    public void Refuses_the_options_of_another_operator() =>
        Assert.Equal(
            "has options of union member 5; expected 1 (Conv2DOptions)",
            (Int8() with { OptionsType = BuiltinOptionsType.Pool2D }).Refusal());

    [Fact]
    public void Absent_options_have_the_defaults_of_the_schema() =>
        Assert.Equal("the stride along the height is 0; expected at least 1", (Int8() with { OptionsType = BuiltinOptionsType.None }).Refusal());
}
