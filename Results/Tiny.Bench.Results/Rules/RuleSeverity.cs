namespace Tiny.Bench.Results.Rules;

/// <summary>What a broken rule means for a submission.</summary>
public enum RuleSeverity
{
    /// <summary>The result cannot stand.</summary>
    Error,

    /// <summary>A reader must know it, the result stands.</summary>
    Warning,
}
