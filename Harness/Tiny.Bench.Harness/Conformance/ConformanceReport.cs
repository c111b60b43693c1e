using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The verdict on a set of checks, each an exact comparison.</summary>
public sealed record ConformanceReport
{
    /// <summary>What the checks came from: a folder of vectors or of golden files.</summary>
    public required string Source { get; init; }

    /// <summary>The rounding that was judged.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>Checks that were equal.</summary>
    public required int Passed { get; init; }

    /// <summary>Checks that differed.</summary>
    public required int Failed { get; init; }

    /// <summary>The first difference of every case that has one, in order.</summary>
    public required IReadOnlyList<ConformanceFailure> Failures { get; init; }

    /// <summary>Cases that could not be judged.</summary>
    public required IReadOnlyList<UnsupportedCase> Unsupported { get; init; }

    /// <summary>One line per group of checks (a category, a golden file): what a reader wants to see first.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>The checks that were equal, by name; empty where they have none.</summary>
    public IReadOnlyList<string> Equal { get; init; } = [];

    /// <summary>Checks that differed, or could not be judged, and are waived: they count as neither.</summary>
    public IReadOnlyList<WaivedFailure> Waived { get; init; } = [];

    /// <summary>All checks, those that could not be judged included.</summary>
    public int Total => Passed + Failed + Unsupported.Count + Waived.Count;

    /// <summary>Whether every check that the target could be given was judged and equal.</summary>
    public bool IsConformant => AreConformant([this]);

    /// <summary>The verdict on a run of several parts: something was equal, nothing differed, and all that the target could be given was judged.</summary>
    public static bool AreConformant(IReadOnlyList<ConformanceReport> reports) =>
        reports.Any(report => report.Passed > 0)
        && reports.All(report => report.Failed == 0 && report.Unsupported.All(unsupported => !unsupported.IsCarried));
}
