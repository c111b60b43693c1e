using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Which of several entries speaks for them.</summary>
internal static class PageEntries
{
    /// <summary>The newest: by round, then start, then name; null for none.</summary>
    public static PageEntry? Newest(this IEnumerable<PageEntry> entries) => entries
        .OrderBy(entry => entry.Row.Round, StringComparer.Ordinal)
        .ThenBy(entry => entry.Stored.Record.Started)
        .ThenBy(entry => entry.Stored.Name, StringComparer.Ordinal)
        .LastOrDefault();

    /// <summary>Of each task the newest entry whose record has something, in order of the tasks.</summary>
    public static IEnumerable<PageEntry> NewestByTask(this IEnumerable<PageEntry> entries, Predicate<RunRecord> has) => entries
        .Where(entry => has(entry.Stored.Record))
        .GroupBy(entry => entry.Row.Task, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Newest()!);
}
