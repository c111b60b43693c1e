using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>How far one rule explains the evidence.</summary>
/// <param name="Rule">The rule.</param>
internal sealed record RuleMatch(ArithmeticRule Rule)
{
    /// <summary>Inputs of which everything is as the rule gives it.</summary>
    public int Matching { get; set; }

    /// <summary>Largest distance of two codes.</summary>
    public int LargestDifference { get; set; }

    /// <summary>Inputs whose highest value is another one.</summary>
    public int Top1Changes { get; set; }

    /// <summary>The first difference.</summary>
    public DialectDifference? First { get; set; }
}
