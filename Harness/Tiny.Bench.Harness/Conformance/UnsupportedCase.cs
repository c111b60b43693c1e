namespace Tiny.Bench.Harness.Conformance;

/// <summary>A case that could not be judged, and why.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">What is missing.</param>
/// <param name="IsCarried">False where the target cannot be given such a case at all, which is no fault of what it computes.</param>
public sealed record UnsupportedCase(string Case, string Reason, bool IsCarried = true);
