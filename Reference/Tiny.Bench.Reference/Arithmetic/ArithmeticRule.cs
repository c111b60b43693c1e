namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>All that a verdict on a system's arithmetic names: how it rounds, and which softmax ends its nets.</summary>
/// <param name="Dialect">The rounding of every requantization.</param>
/// <param name="Softmax">The softmax of int8 logits.</param>
public readonly record struct ArithmeticRule(Dialect Dialect, SoftmaxRule Softmax)
{
    /// <summary>Every dialect with either softmax: the fixed-point ones in the dialects' order, the reference first, then the others.</summary>
    public static IReadOnlyList<ArithmeticRule> All { get; } =
        [.. Enum.GetValues<SoftmaxRule>().SelectMany(softmax => Dialects.All.Select(dialect => new ArithmeticRule(dialect, softmax)))];

    /// <summary>The dialect's name; a softmax that is not the reference's is named behind it: "double-rounding, truncating-float softmax".</summary>
    public string Name => Softmax == SoftmaxRule.FixedPoint ? Dialect.Name() : $"{Dialect.Name()}, {Softmax.Name()} softmax";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
