using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>Which list a run used, told by its bytes and not by where it lay.</summary>
/// <param name="Name">The suite's name for it, or "unknown list (sha256 ab12cd34...)".</param>
/// <param name="IsOfficial">Whether it is the task's evaluation list.</param>
/// <param name="Sha256">SHA-256 of <c>y_labels.csv</c>, 64 lower-case hexadecimal digits.</param>
public sealed record ListIdentity(string Name, bool IsOfficial, string Sha256)
{
    /// <summary>Finds a list among those that a task knows; an unknown one is never official.</summary>
    public static ListIdentity Of(string sha256, IEnumerable<KnownList> known)
    {
        KnownList? list = known.FirstOrDefault(candidate => string.Equals(candidate.Sha256, sha256, StringComparison.Ordinal));
        return list is null
            ? new ListIdentity($"unknown list (sha256 {sha256[..8]}...)", IsOfficial: false, sha256)
            : new ListIdentity(list.Name, list.Official, sha256);
    }
}
