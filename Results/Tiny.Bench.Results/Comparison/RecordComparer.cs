using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Comparison;

/// <summary>Compares two records, by the rules that leaderboards go by.</summary>
/// <remarks>
/// A ratio's interval runs from the least to the largest quotient of the two intervals, so for latency and energy from window to window;
/// it is wider than either needs. A top-1 difference has Newcombe's interval where both records count their samples. A verdict is "same"
/// when the interval holds no change. Where no spread is known the values decide, and the reason says so.
/// </remarks>
public static class RecordComparer
{
    private const string NoSpread = "No spread is known: the values alone decide.";

    /// <summary>Compares two records. Different tasks or kinds are refused; any other fact that differs makes single figures not comparable.</summary>
    public static RecordComparison Compare(StoredRecord before, StoredRecord after)
    {
        RunRecord first = before.Record, second = after.Record;
        if (Refusal(first, second) is { } refusal)
            return new RecordComparison(first.Task, before, after, refusal, []);
        return new RecordComparison(
            first.Task, before, after, Refusal: null,
            [.. FigureSource.All(first.Task, first.Kind, [first, second]).Select(source => Compare(source, first, second)).OfType<FigureComparison>()])
        {
            Answers = AnswerComparison.Of(before, after),
        };
    }

    private static string? Refusal(RunRecord before, RunRecord after)
    {
        if (before.Task != after.Task)
            return $"The first is a record of {before.Task}, the second of {after.Task}: tasks are not compared.";
        return before.Kind == after.Kind
            ? null
            : $"The first is {before.Kind.Name()}, the second {after.Kind.Name()}: figures of different kinds are not compared.";
    }

    private static FigureComparison? Compare(FigureSource source, RunRecord before, RunRecord after)
    {
        Figure? first = source.Of(before), second = source.Of(after);
        if (first is null && second is null)
            return null;
        var comparison = new FigureComparison
        {
            Measure = source.Measure,
            Title = source.Title,
            Unit = source.Unit,
            Before = Finite(first),
            After = Finite(second),
            Verdict = Verdict.NotComparable,
        };
        if (first is not { } figure || second is not { } other)
            return comparison with { Reason = $"Only the {(first is null ? "second" : "first")} has the figure." };

        (string? obstacle, string? weakness) = Obstacle(source, (before, figure), (after, other));
        if (obstacle is not null)
            return comparison with { Reason = obstacle };
        (double change, double low, double high) = source.Measure == Measure.Accuracy
            ? Difference(before.Quality, after.Quality, figure, other)
            : (other.Value / figure.Value, other.Low / figure.High, other.High / figure.Low);
        return comparison with
        {
            Change = change,
            ChangeLow = low,
            ChangeHigh = high,
            Verdict = VerdictOf(low, high, source.Measure == Measure.Accuracy ? 0 : 1, source.LowerIsBetter),
            Reason = weakness ?? (low < high || source.Measure == Measure.Memory ? null : NoSpread),
        };
    }

    // A rule that both break alike does not stand between them: two quick runs may be compared, only not published.
    private static (string? Obstacle, string? Weakness) Obstacle(FigureSource source, (RunRecord Record, Figure Figure) before, (RunRecord Record, Figure Figure) after)
    {
        string? first = source.Fault(before.Record, before.Figure), second = source.Fault(after.Record, after.Figure);
        if (!source.IsPossible(before.Figure) || !source.IsPossible(after.Figure) || (first is null) != (second is null))
            return ($"{(first is null ? "The second may not be ranked" : "The first may not be ranked")}: {first ?? second}", null);

        IEnumerable<ComparabilityFact> facts = [ComparabilityFact.Division, .. source.Facts];
        string? difference = facts.Select(fact => fact.Between(before.Record, after.Record)).FirstOrDefault(found => found is not null);
        return (difference, first is null ? null : $"Neither may be ranked: {first}");
    }

    private static (double Change, double Low, double High) Difference(QualityRecord? before, QualityRecord? after, Figure first, Figure second)
    {
        double change = second.Value - first.Value;
        if (!first.HasInterval || !second.HasInterval || AccuracyFigure.CountsOf(before!) is not { } old || AccuracyFigure.CountsOf(after!) is not { } now)
            return (change, change, change);
        (double low, double high) = NewcombeInterval.Of(old, now);
        return (change, Math.Min(low, change), Math.Max(high, change));
    }

    private static Verdict VerdictOf(double low, double high, double none, bool lowerIsBetter)
    {
        if (low <= none && none <= high)
            return Verdict.Same;
        return high < none == lowerIsBetter ? Verdict.Better : Verdict.Worse;
    }

    private static double? Finite(Figure? figure) => figure is { } known && double.IsFinite(known.Value) ? known.Value : null;
}
