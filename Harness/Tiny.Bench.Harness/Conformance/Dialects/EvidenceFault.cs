namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Evidence that no rule can explain.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Input">Where.</param>
/// <param name="Problem">What stands there and what was expected.</param>
public sealed record EvidenceFault(EvidenceFaultKind Kind, EvidenceInput Input, string Problem);
