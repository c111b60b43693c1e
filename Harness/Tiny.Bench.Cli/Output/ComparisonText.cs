using System.Globalization;
using Tiny.Bench.Results.Comparison;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>A comparison as text: each pair with its figures, then what has no partner, then the gates.</summary>
internal static class ComparisonText
{
    private const double SignificanceLevel = 0.05;

    public static void Write(TextWriter output, ComparisonReport report, IReadOnlyList<GateVerdict> gates)
    {
        foreach (RecordComparison pair in report.Pairs)
            Write(output, pair);
        WriteNames(output, "only in A", report.OnlyBefore);
        WriteNames(output, "only in B", report.OnlyAfter);
        WriteNames(output, "superseded by a newer one", report.Superseded);
        foreach (GateVerdict gate in gates)
        {
            output.WriteLine($"{gate.Gate}: {(gate.Holds ? "holds" : "fails")}");
            foreach (string failure in gate.Failures)
                output.WriteLine($"  {failure}");
        }
    }

    private static void Write(TextWriter output, RecordComparison pair)
    {
        output.WriteLine($"{pair.Task}: {pair.Before.Name} -> {pair.After.Name}");
        if (pair.Refusal is not null)
            output.WriteLine($"  refused: {pair.Refusal}");
        if (pair.Figures.Count > 0)
        {
            TextTable.Write(
                output,
                [">", "figure", ">A", ">B", "unit", ">change", ">from", ">to", "verdict", "reason"],
                pair.Figures.Select(figure => (IReadOnlyList<string>)[
                    "", figure.Title, Value(figure.Before, figure.Unit), Value(figure.After, figure.Unit), figure.Unit,
                    Change(figure, figure.Change), Change(figure, figure.ChangeLow), Change(figure, figure.ChangeHigh), Word(figure.Verdict), figure.Reason ?? ""]));
        }

        if (pair.Answers is { } answers)
            Write(output, answers);
    }

    private static void Write(TextWriter output, AnswerComparison answers)
    {
        if (answers.Reason is { } reason)
        {
            output.WriteLine($"  answers: not compared. {PlainText.Line(reason)}");
            return;
        }

        output.WriteLine($"  answers: {answers.Samples} samples, {answers.DifferingOutputs} with other output bytes");
        if (answers.McNemar is { } test)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  McNemar: only A is right on {test.OnlyFirst}, only B on {test.OnlySecond}; p = {test.PValue:G3}, {(test.PValue < SignificanceLevel ? "a difference" : "no difference")} at {SignificanceLevel}"));
        }
    }

    private static void WriteNames(TextWriter output, string title, IReadOnlyList<StoredRecord> records)
    {
        foreach (StoredRecord record in records)
            output.WriteLine($"{title}: {record.Name}");
    }

    private static string Value(double? value, string unit) => value is { } known ? FigureText.Of(known, unit) : "-";

    // A ratio as "+5.0 %" of what was; a difference of accuracies in points, since "% of a %" is read wrongly.
    private static string Change(FigureComparison figure, double? change) => (figure.Measure, change) switch
    {
        (_, null) => "-",
        (Measure.Accuracy, { } difference) => (100 * difference).ToString("+0.00 'pt';-0.00 'pt';0.00 'pt'", CultureInfo.InvariantCulture),
        (_, { } ratio) => (100 * (ratio - 1)).ToString("+0.0 '%';-0.0 '%';0.0 '%'", CultureInfo.InvariantCulture),
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Same => "same",
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        _ => "not comparable",
    };
}
