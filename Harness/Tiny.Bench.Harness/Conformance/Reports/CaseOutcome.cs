namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>What a report tells of a case.</summary>
public enum CaseOutcome
{
    /// <summary>Equal.</summary>
    Passed,

    /// <summary>Different.</summary>
    Failed,

    /// <summary>Could not be judged, which counts against the verdict.</summary>
    Unsupported,

    /// <summary>Different or not judged, and waived.</summary>
    Waived,

    /// <summary>The target cannot be given such a case.</summary>
    LeftOut,
}
