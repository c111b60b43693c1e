namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Whole outputs of a system.</summary>
public sealed record OutputEvidence
{
    /// <summary>One for each inference.</summary>
    public required IReadOnlyList<OutputSample> Samples { get; init; }

    /// <summary>The inputs that were asked for, all of which must be there; null for the whole list.</summary>
    public IReadOnlyList<EvidenceInput>? Asked { get; init; }
}
