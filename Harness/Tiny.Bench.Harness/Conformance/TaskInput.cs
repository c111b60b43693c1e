using Tiny.Bench.Harness.Conformance.Dialects;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>One input of a task, as a system takes it.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Bytes">Exactly the system's input bytes.</param>
public sealed record TaskInput(EvidenceInput Source, ReadOnlyMemory<byte> Bytes);
