using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Comparison;

/// <summary>Two records, figure by figure.</summary>
/// <param name="Task">Task of the first.</param>
/// <param name="Before">The first record.</param>
/// <param name="After">The second.</param>
/// <param name="Refusal">Why they are not compared at all, as a sentence; null when they are.</param>
/// <param name="Figures">Every figure that either has; empty when the comparison is refused.</param>
public sealed record RecordComparison(
    string Task, StoredRecord Before, StoredRecord After, string? Refusal, IReadOnlyList<FigureComparison> Figures)
{
    /// <summary>Both runs sample by sample; null unless both records kept their answers.</summary>
    public AnswerComparison? Answers { get; init; }
}
