using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>Invariants as a part of a conformance run.</summary>
public static class InvariantReport
{
    /// <summary>A broken one is a failure; one that does not apply cannot be judged, which is no fault.</summary>
    /// <param name="source">What was looked at.</param>
    /// <param name="dialect">The rounding of the run that the report is a part of; invariants hold in all.</param>
    /// <param name="verdicts">What became of them.</param>
    public static ConformanceReport Of(string source, Dialect dialect, IReadOnlyList<InvariantVerdict> verdicts)
    {
        InvariantVerdict[] broken = [.. Having(InvariantOutcome.Broken)];
        return new ConformanceReport
        {
            Source = source,
            Dialect = dialect,
            Passed = Having(InvariantOutcome.Holds).Count(),
            Failed = broken.Length,
            Failures =
            [
                .. broken.Select(verdict => new ConformanceFailure
                {
                    Case = $"invariant/{verdict.Invariant}",
                    Operator = "whole model",
                    Tensor = "output",
                    Expected = "holds",
                    Got = verdict.Finding,
                }),
            ],
            Unsupported =
            [
                .. Having(InvariantOutcome.DoesNotApply).Select(verdict => new UnsupportedCase($"invariant/{verdict.Invariant}", verdict.Finding, IsCarried: false)),
            ],
            Summary = [.. Having(InvariantOutcome.Holds).Select(verdict => $"{verdict.Invariant}: {verdict.Finding}")],
        };

        IEnumerable<InvariantVerdict> Having(InvariantOutcome outcome) => verdicts.Where(verdict => verdict.Outcome == outcome);
    }
}
