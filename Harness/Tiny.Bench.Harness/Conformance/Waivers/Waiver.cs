namespace Tiny.Bench.Harness.Conformance.Waivers;

/// <summary>A known failure that is lived with for a while.</summary>
public sealed record Waiver
{
    /// <summary>The cases: an id, where <c>*</c> stands for any letters and <c>?</c> for one.</summary>
    public required string Case { get; init; }

    /// <summary>Why the failure is lived with; not empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the fault is followed up: an absolute address.</summary>
    public required Uri Link { get; init; }

    /// <summary>The last day on which it holds, in UTC.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Whether it is about a case; letters are told apart by their case.</summary>
    public bool Covers(string id) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Case, id, ignoreCase: false);

    /// <summary>Whether its last day is over.</summary>
    public bool IsExpired(DateOnly today) => today > Expires;

    /// <summary>The waiver in words: reason, link and last day.</summary>
    public string Describe() => FormattableString.Invariant($"waived until {Expires:yyyy-MM-dd}: {Reason} ({Link})");
}
