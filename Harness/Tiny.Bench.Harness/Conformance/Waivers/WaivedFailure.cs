namespace Tiny.Bench.Harness.Conformance.Waivers;

/// <summary>A failure that a waiver covers.</summary>
/// <param name="Case">The case.</param>
/// <param name="Waiver">The waiver in words.</param>
public sealed record WaivedFailure(string Case, string Waiver);
