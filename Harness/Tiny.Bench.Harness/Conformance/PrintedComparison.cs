using Tiny.Bench.Harness.Running;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>How far what a board prints is from what the reference would print.</summary>
/// <param name="Dialect">The reference's rounding.</param>
/// <param name="Form">What the values are: "three digits" of real values, or <see cref="PrintedConformance.RawCodes"/>.</param>
/// <param name="Outputs">Samples for which at least one printed value differs.</param>
public sealed record PrintedComparison(Dialect Dialect, string Form, RunComparison Outputs);
