namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>What became of an invariant.</summary>
/// <param name="Invariant">Its name.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Finding">What was seen, or why it does not apply.</param>
public sealed record InvariantVerdict(string Invariant, InvariantOutcome Outcome, string Finding);
