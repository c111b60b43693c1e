using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>A system and what invariants need to know of it.</summary>
public sealed record InvariantSubject
{
    /// <summary>The system.</summary>
    public required ISystemUnderTest System { get; init; }

    /// <summary>Inputs that the system takes, each of another content; at least one.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Inputs { get; init; }

    /// <summary>Whether the output is that of an int8 SOFTMAX: codes of 1/256 from -128 up.</summary>
    public bool EndsInSoftmax { get; init; }
}
