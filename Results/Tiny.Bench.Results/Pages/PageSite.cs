using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Everything that the pages show, and under which file name.</summary>
internal sealed class PageSite
{
    private readonly SlugTable _systems = new(32);
    private readonly SlugTable _records = new(28);
    private readonly Dictionary<string, string> _recordFiles = new(StringComparer.Ordinal);
    private readonly SlugTable _tasks = new(48);
    private readonly ILookup<string, PageProblem> _problems;

    /// <summary>Sorts everything, so that the order of the arguments does not matter.</summary>
    public PageSite(IReadOnlyList<StoredRecord> records, IReadOnlyList<Leaderboard> boards, IReadOnlyList<PageProblem> problems)
    {
        Problems = [.. problems.OrderBy(problem => problem.Where, StringComparer.Ordinal).ThenBy(problem => problem.Text, StringComparer.Ordinal)];
        _problems = Problems.Where(problem => problem.Record is not null).ToLookup(problem => problem.Record!, StringComparer.Ordinal);
        Boards =
        [
            .. boards.OrderBy(board => board.Task, StringComparer.Ordinal).ThenBy(board => board.Division, StringComparer.Ordinal)
                .ThenBy(board => board.Kind).ThenBy(board => board.Measure).ThenBy(board => board.Title, StringComparer.Ordinal),
        ];
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LeaderboardRow row in Boards.Where(board => board.Measure == Measure.Latency).SelectMany(board => board.Rows))
            ranks.TryAdd(row.Record.Name, row.Rank);

        // Names come first, in their own order: a slug must not depend on the place of a row.
        StoredRecord[] named = [.. records.OrderBy(stored => stored.Name, StringComparer.Ordinal)];
        Entries =
        [
            .. named.Select(stored => Entry(stored, ranks))
                .OrderBy(entry => entry.Row.Task, StringComparer.Ordinal).ThenBy(entry => entry.Row.Division, StringComparer.Ordinal)
                .ThenBy(entry => entry.Row.Kind, StringComparer.Ordinal)
                .ThenBy(entry => entry.Row.LatencyMilliseconds ?? double.MaxValue).ThenBy(entry => entry.Stored.Name, StringComparer.Ordinal),
        ];
        Tasks = [.. Entries.Select(entry => entry.Row.Task).Concat(Boards.Select(board => board.Task)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The records, by task, division, kind and latency.</summary>
    public IReadOnlyList<PageEntry> Entries { get; }

    /// <summary>The leaderboards, by task, division, kind and measure.</summary>
    public IReadOnlyList<Leaderboard> Boards { get; }

    /// <summary>What readers should know.</summary>
    public IReadOnlyList<PageProblem> Problems { get; }

    /// <summary>The tasks.</summary>
    public IReadOnlyList<string> Tasks { get; }

    /// <summary>Where the page of a system is, below the root.</summary>
    public string SystemFile(string name) => $"systems/{_systems[name]}.html";

    /// <summary>Where the page of a task is, below the root.</summary>
    public string TaskFile(string task) => $"tasks/{_tasks[task]}.html";

    /// <summary>Where a record is, below the root.</summary>
    public string RecordFile(StoredRecord stored) => _recordFiles[stored.Name];

    /// <summary>What is known against a record.</summary>
    public IEnumerable<PageProblem> ProblemsOf(StoredRecord stored) => _problems[stored.Name];

    private PageEntry Entry(StoredRecord stored, Dictionary<string, int> ranks)
    {
        // A path of folders would make a long name that tells little; what the record is of tells more.
        SubmissionRecord? submission = stored.Record.Submission;
        string name = submission is null ? Path.GetFileNameWithoutExtension(stored.Name) : $"{stored.Record.Task} {submission.Round} {submission.System}";
        string file = $"records/{_records.Next(name)}.json";
        _recordFiles.Add(stored.Name, file);
        return new PageEntry(stored, SystemIdentity.Of(stored.Record).Name, ResultRow.Of(stored, file, ranks.TryGetValue(stored.Name, out int rank) ? rank : null));
    }
}
