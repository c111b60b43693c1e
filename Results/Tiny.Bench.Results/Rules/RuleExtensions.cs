namespace Tiny.Bench.Results.Rules;

/// <summary>What every rule says in the same way.</summary>
internal static class RuleExtensions
{
    /// <summary>A violation of this rule.</summary>
    public static RuleViolation Broken(this IRule rule, Place where, string text) => new(rule.Id, where, text);

    /// <summary>A violation of this rule by a file or folder as a whole.</summary>
    public static RuleViolation Broken(this IRule rule, string path, string text) => new(rule.Id, new Place(path), text);
}
