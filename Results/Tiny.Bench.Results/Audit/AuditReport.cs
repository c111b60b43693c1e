using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Audit;

/// <summary>A whole audit.</summary>
/// <param name="Logs">Every log, by path.</param>
/// <param name="Findings">Broken rules of no single log.</param>
/// <param name="Notes">What a reader must know: what was not judged, and why.</param>
public sealed record AuditReport(IReadOnlyList<AuditedLog> Logs, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<string> Notes)
{
    /// <summary>Logs with the same outputs, by their letter.</summary>
    public IReadOnlyList<AuditGroup> Groups { get; } =
        [.. Logs.Where(log => log.Group is not null).GroupBy(log => log.Group!, StringComparer.Ordinal).Select(group => new AuditGroup(group.Key, [.. group.Select(log => log.Path)]))];

    /// <summary>Accuracy logs by their task and evaluation list: figures of different lists cannot be compared.</summary>
    public IReadOnlyList<AuditList> Lists { get; } =
    [
        .. Logs.Where(log => log is { Mode: "accuracy", Task: not null, Samples: > 0 }).GroupBy(log => (log.Task, log.List))
            .OrderBy(group => group.Key.Task, StringComparer.Ordinal).ThenBy(group => group.Key.List, StringComparer.Ordinal)
            .Select(group => new AuditList(group.Key.Task!, group.Key.List, [.. group.Select(log => log.Path)])),
    ];

    /// <summary>Broken rules that reject a result.</summary>
    public int Errors => All.Count(finding => finding.Severity == RuleSeverity.Error);

    /// <summary>Broken rules that do not.</summary>
    public int Warnings => All.Count() - Errors;

    private IEnumerable<AuditFinding> All => Logs.SelectMany(log => log.Findings).Concat(Findings);
}
