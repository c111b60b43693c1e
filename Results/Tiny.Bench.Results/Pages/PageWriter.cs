using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Writes the results as a static site that opens from a disk and asks nothing of any network.</summary>
public static class PageWriter
{
    /// <summary>Writes the site: an index, a page a task, a page a system, the records themselves, and downloads. Same input, same bytes.</summary>
    /// <param name="directory">The folder; made when it is not there. Files of an earlier site are replaced, other files stay.</param>
    /// <param name="records">The records; names must differ.</param>
    /// <param name="boards">The leaderboards over them.</param>
    /// <param name="problems">What could not be read, and which rules are broken.</param>
    /// <returns>How many files were written, and their bytes.</returns>
    /// <exception cref="ArgumentException">Two records have one name, or a board ranks a record that is not among them.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static PageSummary Write(
        string directory, IReadOnlyList<StoredRecord> records, IReadOnlyList<Leaderboard> boards, IReadOnlyList<PageProblem> problems)
    {
        RequireNames(records, boards);
        var site = new PageSite(records, boards, problems);
        string root = Path.GetFullPath(directory);
        foreach (string folder in (string[])["records", "systems", "tasks"])
            Directory.CreateDirectory(Path.Combine(root, folder));

        var written = new List<string>();
        string Place(string file)
        {
            written.Add(Path.Combine(root, file));
            return written[^1];
        }

        PageAssets.Write(Place);
        foreach (PageEntry entry in site.Entries)
            File.WriteAllBytes(Place(entry.Row.RecordFile), RunRecordJson.Write(entry.Stored.Record));
        PageDownloads.WriteCsv(Place("results.csv"), site);
        PageDownloads.WriteJson(Place("results.json"), site);
        foreach (IGrouping<string, PageEntry> system in site.Entries.GroupBy(entry => entry.SystemName, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            SystemPage.Write(Place(site.SystemFile(system.Key)), site, system.Key, [.. system]);
        ILookup<string, PageEntry> tasks = site.Entries.ToLookup(entry => entry.Row.Task, StringComparer.Ordinal);
        foreach (string task in site.Tasks)
            TaskPage.Write(Place(site.TaskFile(task)), site, task, [.. tasks[task]]);
        IndexPage.Write(Place("index.html"), site);
        return new PageSummary(records.Count, problems.Count, written.Count, written.Sum(path => new FileInfo(path).Length));
    }

    private static void RequireNames(IReadOnlyList<StoredRecord> records, IReadOnlyList<Leaderboard> boards)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (StoredRecord stored in records)
        {
            if (!names.Add(stored.Name))
                throw new ArgumentException($"Two records are named {stored.Name}.", nameof(records));
        }

        IEnumerable<StoredRecord> ranked = boards.SelectMany(board => board.Rows.Select(row => row.Record).Concat(board.Apart.Select(row => row.Record)));
        if (ranked.FirstOrDefault(stored => !names.Contains(stored.Name)) is { } unknown)
            throw new ArgumentException($"A board names the record {unknown.Name}, which is not among the records.", nameof(boards));
    }
}
