namespace Tiny.Bench.Results.Records;

/// <summary>A commit, and whether the tree was the commit's.</summary>
public sealed record GitState
{
    /// <summary>The commit's hash.</summary>
    public required string Commit { get; init; }

    /// <summary>Whether files differed from the commit; null when it is not known.</summary>
    public bool? Dirty { get; init; }

    /// <summary>Splits an assembly's informational version, "0.1.0+commit", as the SDK writes it in a git tree.</summary>
    /// <returns>The version, and the commit when there is one.</returns>
    public static (string Version, GitState? Git) FromInformationalVersion(string text)
    {
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 || plus == text.Length - 1
            ? (text.TrimEnd('+'), null)
            : (text[..plus], new GitState { Commit = text[(plus + 1)..] });
    }
}
