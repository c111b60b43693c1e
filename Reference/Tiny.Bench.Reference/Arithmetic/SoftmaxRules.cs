namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Names of the softmax rules.</summary>
public static class SoftmaxRules
{
    /// <summary>The name used in verdicts and files.</summary>
    public static string Name(this SoftmaxRule rule) => rule switch
    {
        SoftmaxRule.FixedPoint => "fixed-point",
        SoftmaxRule.TruncatingFloat => "truncating-float",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a softmax rule."),
    };
}
