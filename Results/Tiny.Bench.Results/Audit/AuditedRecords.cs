using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Audit;

/// <summary>Published results as records that carry the verdict of an audit.</summary>
public static class AuditedRecords
{
    /// <summary>Imports what was audited, and adds the verdict to the records of judged logs.</summary>
    /// <param name="paths">What was audited.</param>
    /// <param name="report">The audit.</param>
    /// <returns>All records, audited or not, and what could not be read.</returns>
    public static ImportResult Import(IReadOnlyList<string> paths, AuditReport report)
    {
        Dictionary<PublishedRun, AuditedLog> verdicts = report.Logs.Where(log => log is { IsJudged: true, Published: not null })
            .GroupBy(log => log.Published!.Value).ToDictionary(group => group.Key, group => group.First());
        ImportResult[] imports = [.. paths.Select(path => SubmissionImporter.Import(path, round: null))];
        return new ImportResult
        {
            Records = [.. imports.SelectMany(import => import.Records).Select(record => verdicts.TryGetValue(PlaceOf(record), out AuditedLog? log) ? record with { Audit = RecordOf(log) } : record)],
            Problems = [.. imports.SelectMany(import => import.Problems)],
        };
    }

    private static PublishedRun PlaceOf(RunRecord record)
    {
        SubmissionRecord submission = record.Submission!;
        return new PublishedRun(submission.Round, record.Division ?? "", submission.Submitter, submission.System, record.Task, submission.Variant ?? "");
    }

    private static AuditRecord RecordOf(AuditedLog log) => new()
    {
        Dialect = log.Dialect,
        Nearest = log.Nearest!,
        Softmax = log.Softmax!,
        EquallyExact = log.EquallyExact,
        Samples = log.Samples!.Value,
        Matching = log.Matching!.Value,
        LargestDifference = log.LargestDifference!.Value,
        TopOneChanges = log.Top1Changes!.Value,
        Printing = log.Printing!,
    };
}
