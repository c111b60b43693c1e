namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>Whether an invariant holds.</summary>
public enum InvariantOutcome
{
    /// <summary>Nothing broke it.</summary>
    Holds,

    /// <summary>It is broken.</summary>
    Broken,

    /// <summary>The system lacks what it is about.</summary>
    DoesNotApply,
}
