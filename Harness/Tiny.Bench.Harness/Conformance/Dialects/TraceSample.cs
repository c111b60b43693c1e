namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The checksums of one inference.</summary>
/// <param name="Input">Of what.</param>
/// <param name="Checksums">CRC-32 (zip) of every operator's output, in execution order.</param>
public sealed record TraceSample(EvidenceInput Input, IReadOnlyList<uint> Checksums);
