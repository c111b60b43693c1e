namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>One answer as int8 codes, as far as it has any.</summary>
/// <param name="Input">The inference.</param>
/// <param name="Position">The sample's position in its list.</param>
/// <param name="Codes">The codes that the answer is; null for a value that is none.</param>
/// <param name="Nearest">The nearest codes; null for what is no number.</param>
internal sealed record CodedSample(EvidenceInput Input, int Position, IReadOnlyList<int?> Codes, IReadOnlyList<int?> Nearest);
