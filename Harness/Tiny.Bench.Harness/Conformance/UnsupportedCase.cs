namespace Tiny.Bench.Harness.Conformance;

/// <summary>A case that could not be judged, and why.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">What is missing.</param>
public sealed record UnsupportedCase(string Case, string Reason);
