namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The whole output of one inference.</summary>
/// <param name="Input">Of what.</param>
/// <param name="Output">The raw bytes, int8 codes.</param>
public sealed record OutputSample(EvidenceInput Input, ReadOnlyMemory<byte> Output);
