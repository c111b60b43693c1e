namespace Tiny.Bench.Results.Rules;

/// <summary>A broken rule.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Where">The file, with line, window or field where there is one.</param>
/// <param name="Text">What stands there and what was expected.</param>
public sealed record RuleViolation(string Id, Place Where, string Text);
