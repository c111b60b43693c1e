using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The smallest case found that a target still gets wrong.</summary>
/// <param name="Result">What the target makes of it; its <see cref="VectorResult.Case"/> is the cut-out.</param>
/// <param name="Runs">Runs on the target that the search took.</param>
public sealed record CutOut(VectorResult Result, int Runs);
