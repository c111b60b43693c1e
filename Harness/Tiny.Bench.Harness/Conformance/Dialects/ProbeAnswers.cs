using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>What every rule gives for the tie probes: each probe is a sample, named by its id.</summary>
internal static class ProbeAnswers
{
    /// <summary>By rule, in the rules' order.</summary>
    public static IReadOnlyList<ReferenceAnswers> All { get; } = [.. ArithmeticRule.All.Select(Of)];

    private static ReferenceAnswers Of(ArithmeticRule rule) => new(
        rule,
        [.. TieProbes.Cases.Select(probe => probe.Id)],
        [.. TieProbes.Cases.Select(_ => 1)],
        TieProbes.OutputCount,
        [.. TieProbes.Cases.SelectMany(probe => TieProbes.Answer(probe, rule)).Select(code => unchecked((byte)code))]);
}
