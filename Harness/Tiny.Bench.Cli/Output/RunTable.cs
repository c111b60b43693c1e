using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>The table that a run ends with: a row for each task on each target, whatever modes it was run in.</summary>
internal static class RunTable
{
    private static readonly string[] Headings = ["task", "target", "model", "list", ">correct", ">quality", ">latency", ">arena bytes", ">model bytes", "verdict"];

    public static void Write(TextWriter output, IReadOnlyList<RunReport> reports)
    {
        TextTable.Write(output, Headings, reports.GroupBy(report => (report.Record.Task, report.Record.Target)).Select(group => Row([.. group])));
        if (reports.Any(report => report.Record.Data?.Starter == true))
            output.WriteLine("The starter pack is our own, not official: its figures are for this list only, and no target of MLPerf Tiny is judged on it.");
    }

    private static string[] Row(RunReport[] reports)
    {
        RunRecord record = reports[0].Record;
        return
        [
            record.Task,
            record.Target ?? "",
            record.Model?.File ?? "",
            record.Data is { } data ? $"{data.Name} ({data.Standing()})" : "",
            First(reports, each => each.Quality is { Correct: { } correct } quality ? $"{correct} of {quality.Samples}" : null),
            First(reports, QualityOf),
            First(reports, LatencyOf),
            $"{record.Memory?.ArenaBytes:N0}",
            $"{record.Memory?.ModelBytes:N0}",
            VerdictOf(reports),
        ];
    }

    private static string? QualityOf(RunRecord record) => record.Quality switch
    {
        { Accuracy: { } share } => $"{100 * share:F1} %",
        { Auc: { } auc } => $"AUC {auc:F4}",
        { MeanScore: { } score } => $"score {score:F4}",
        _ => null,
    };

    private static string? LatencyOf(RunRecord record) => record switch
    {
        { Performance: { } performance } => $"{performance.MedianLatencyMicroseconds:N1} us{(performance.Quick ? " (quick)" : performance.RuleMet ? "" : " (short)")}",
        { Instructions: { } instructions } => $"{instructions.MedianInstructions:N0} instructions",
        _ => null,
    };

    private static string VerdictOf(RunReport[] reports)
    {
        IEnumerable<string> accuracy = reports.Where(report => report.Record.Quality is not null).Select(AccuracyVerdict.Of)
            .Select(verdict => $"{verdict.Label} {verdict.Figure}: {verdict.Outcome}");
        IEnumerable<string> conformance = reports.Where(report => report.Conformant is not null)
            .Select(report => ConformanceJson.VerdictOf(report.Conformant == true));
        return string.Join(", ", accuracy.Concat(conformance).Distinct(StringComparer.Ordinal));
    }

    private static string First(RunReport[] reports, Func<RunRecord, string?> figure) =>
        reports.Select(report => figure(report.Record)).FirstOrDefault(text => text is not null) ?? "";
}
