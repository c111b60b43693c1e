using System.Globalization;

namespace Tiny.Bench.Results.Audit;

/// <summary>The columns of an audit's tables.</summary>
public static class AuditTable
{
    /// <summary>Headings of a table for people; one that starts with <c>&gt;</c> is of numbers.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["log", "task", "mode", ">samples", "dialect", ">matching", "nearest", ">largest", ">top-1", "printing", "group", ">findings"];

    /// <summary>A row under <see cref="Headings"/>. A log that was judged and fits no rule has the dialect "none".</summary>
    public static IReadOnlyList<string> Row(AuditedLog log) =>
    [
        log.Path, log.Task ?? "?", log.Mode, Text(log.Samples), DialectOf(log), Text(log.Matching), log.Exact is true ? "" : NearestOf(log),
        Text(log.LargestDifference), Text(log.Top1Changes), ShortPrinting(log), log.Group ?? "", Text(log.Findings.Count),
    ];

    /// <summary>The dialect in a word: "none" of a log that was judged and has none, empty of one that was not judged.</summary>
    public static string DialectOf(AuditedLog log) => log.Exact switch
    {
        null => "",
        false => "none",
        true when log.EquallyExact is { Count: > 0 } others => $"{Named(log.Dialect!, log.Softmax)} or {string.Join(" or ", others)}",
        true => Named(log.Dialect!, log.Softmax),
    };

    /// <summary>The nearest rule; empty when there is none.</summary>
    public static string NearestOf(AuditedLog log) => log.Nearest is null ? "" : Named(log.Nearest, log.Softmax);

    private static string Named(string dialect, string? softmax) => softmax is null or "fixed-point" ? dialect : $"{dialect}, {softmax} softmax";

    // The rest of "other: ..." is in the log's reason.
    private static string ShortPrinting(AuditedLog log) => log.Printing is { } printing && printing.IndexOf(':', StringComparison.Ordinal) is >= 0 and int end ? printing[..end] : log.Printing ?? "";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
