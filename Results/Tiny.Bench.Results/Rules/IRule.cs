namespace Tiny.Bench.Results.Rules;

/// <summary>A rule of the benchmark. Its class is named for its id, and the rules page is made of these members.</summary>
public interface IRule
{
    /// <summary>Stable name: <c>TB0130</c>. Never given to another rule.</summary>
    string Id { get; }

    /// <summary>What is asked, in one sentence.</summary>
    string Title { get; }

    /// <summary>Whether breaking it rejects the result.</summary>
    RuleSeverity Severity { get; }

    /// <summary>Where the rule comes from: a check of the submission checker, or a section of the benchmark's rules.</summary>
    string Source { get; }

    /// <summary>Whether the official submission checker asks the same; the others nobody enforces.</summary>
    bool Official { get; }

    /// <summary>An example that the rule accepts.</summary>
    string Passing { get; }

    /// <summary>An example that breaks it.</summary>
    string Failing { get; }
}
