using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>From folders of records to a site.</summary>
public static class Publication
{
    /// <summary>Reads the stores, ranks their records and writes the site; files that are no records are listed on it.</summary>
    /// <param name="stores">Folders of records. With more than one, the folder's place in the list stands before the names.</param>
    /// <param name="directory">The site's folder.</param>
    /// <exception cref="IOException">A folder cannot be read or written.</exception>
    /// <exception cref="ArgumentException">The site would lie in a store, where its copies would be read as records the next time.</exception>
    public static PageSummary Publish(IReadOnlyList<string> stores, string directory)
    {
        var records = new List<StoredRecord>();
        var problems = new List<PageProblem>();
        for (int place = 0; place < stores.Count; place++)
        {
            if (IsInside(directory, stores[place]))
                throw new ArgumentException($"The site {directory} would lie in the store {stores[place]}.", nameof(directory));
            string prefix = stores.Count == 1 ? "" : FormattableString.Invariant($"{place + 1}/");
            StoreContents contents = new RecordStore(stores[place]).Read();
            records.AddRange(contents.Records.Select(stored => stored with { Name = prefix + stored.Name }));
            problems.AddRange(contents.Problems.Select(problem => new PageProblem(prefix + problem.Name, problem.Problem)));
        }

        return PageWriter.Write(directory, records, LeaderboardBuilder.Build(records), problems);
    }

    /// <summary>Whether a folder is a store or lies in it.</summary>
    public static bool IsInside(string directory, string store)
    {
        string way = Path.GetRelativePath(Path.GetFullPath(store), Path.GetFullPath(directory));
        return way == "." || !(Path.IsPathRooted(way) || way == ".." || way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
