namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The outputs of a system's operators, as checksums.</summary>
public sealed record TraceEvidence
{
    /// <summary>One for each inference.</summary>
    public required IReadOnlyList<TraceSample> Samples { get; init; }

    /// <summary>The inputs that were asked for, all of which must be there; null for the whole list.</summary>
    public IReadOnlyList<EvidenceInput>? Asked { get; init; }
}
