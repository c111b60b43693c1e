using Tiny.Bench.Results.Comparison;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>results compare --json</c> prints; field names are stable (Harness/README.md).</summary>
/// <param name="Comparisons">Pairs; a figure's <c>change</c> is B / A, for an accuracy B - A.</param>
/// <param name="OnlyBefore">Records of A without a partner.</param>
/// <param name="OnlyAfter">Records of B without a partner.</param>
/// <param name="Superseded">Records that do not count.</param>
/// <param name="Gates">What <c>--fail-if</c> asked.</param>
/// <param name="Problems">Files that are no records.</param>
internal sealed record ComparisonJson(
    IReadOnlyList<ComparisonJson.Pair> Comparisons,
    IReadOnlyList<string> OnlyBefore,
    IReadOnlyList<string> OnlyAfter,
    IReadOnlyList<string> Superseded,
    IReadOnlyList<ComparisonJson.GateResult> Gates,
    IReadOnlyList<StoreProblem> Problems)
{
    public static ComparisonJson Of(ComparisonReport report, IReadOnlyList<GateVerdict> gates, IReadOnlyList<StoreProblem> problems) => new(
        [.. report.Pairs.Select(pair => new Pair(pair.Task, pair.Before.Name, pair.After.Name, pair.Refusal, pair.Figures, pair.Answers))],
        [.. report.OnlyBefore.Select(record => record.Name)],
        [.. report.OnlyAfter.Select(record => record.Name)],
        [.. report.Superseded.Select(record => record.Name)],
        [.. gates.Select(gate => new GateResult(gate.Gate.ToString(), gate.Holds, gate.Failures))],
        problems);

    internal sealed record Pair(string Task, string Before, string After, string? Refusal, IReadOnlyList<FigureComparison> Figures, AnswerComparison? Answers);

    internal sealed record GateResult(string Gate, bool Holds, IReadOnlyList<string> Failures);
}
