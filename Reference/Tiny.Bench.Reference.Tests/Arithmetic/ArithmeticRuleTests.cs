namespace Tiny.Bench.Reference.Arithmetic;

public sealed class ArithmeticRuleTests
{
    [Fact]
    public void The_names_are_those_of_the_specification_and_the_reference_comes_first() =>
        Assert.Equal(
            [
                "double-rounding",
                "single-rounding",
                "float32",
                "half-up",
                "half-even",
                "double-rounding, truncating-float softmax",
                "single-rounding, truncating-float softmax",
                "float32, truncating-float softmax",
                "half-up, truncating-float softmax",
                "half-even, truncating-float softmax",
            ],
            ArithmeticRule.All.Select(rule => rule.Name),
            StringComparer.Ordinal);

    [Fact]
    public void The_default_is_the_reference() => Assert.Equal(ArithmeticRule.All[0], default);

    [Fact]
    public void A_number_that_is_no_softmax_rule_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ((SoftmaxRule)2).Name());
}
