namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A submission, a round or several, as the rules see it: division, submitter, systems, results by system, task and mode.</summary>
/// <remarks>
/// Layouts as published: systems nested two deep, long task names, variants below a task, <c>power</c> for energy, longer file names.
/// Serves the rules only; figures for tables come from the importer.
/// </remarks>
public sealed class SubmissionTree
{
    private SubmissionTree(IReadOnlyList<TreeEntry> entries, IReadOnlyList<Submission> submissions, bool isSelection)
    {
        Entries = entries;
        Submissions = submissions;
        IsSelection = isSelection;
    }

    /// <summary>Every entry, by path.</summary>
    public IReadOnlyList<TreeEntry> Entries { get; }

    /// <summary>Every submission, by path.</summary>
    public IReadOnlyList<Submission> Submissions { get; }

    /// <summary>Whether the files are a selection of a tree: what they lack is not missing.</summary>
    public bool IsSelection { get; }

    /// <summary>Every task of every submission.</summary>
    public IEnumerable<TaskResults> Tasks => Submissions.SelectMany(submission => submission.Tasks);

    /// <summary>Every mode of every task.</summary>
    public IEnumerable<ModeResults> Modes => Tasks.SelectMany(task => task.Modes);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="Core.MissingFileException">There is no such folder.</exception>
    public static SubmissionTree Read(string folder)
    {
        IReadOnlyList<TreeEntry> entries = FolderReader.Read(folder, out bool selection);
        return Of(entries, selection);
    }

    /// <summary>Makes a tree of entries that are at hand; folders that only their files name are added.</summary>
    public static SubmissionTree Of(IEnumerable<TreeEntry> entries, bool isSelection = false)
    {
        TreeEntry[] sorted = [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        ILookup<string, TreeEntry> byFolder = sorted.Where(entry => entry.Kind == EntryKind.File).ToLookup(entry => entry.Folder, StringComparer.Ordinal);
        (ModePath Path, ModeResults Results)[] modes =
        [
            .. sorted.Where(entry => entry.Kind == EntryKind.Folder)
                .Select(entry => (Path: ModePath.Of(entry.Path)!, Entry: entry))
                .Where(mode => mode.Path is not null)
                .Select(mode => (mode.Path, new ModeResults(mode.Path.Mode, mode.Entry.Path, [.. byFolder[mode.Entry.Path]]))),
        ];
        Submission[] submissions =
        [
            .. Roots(sorted, modes.Select(mode => mode.Path)).Select(root => ReadSubmission(root, sorted, modes)),
        ];
        return new SubmissionTree(sorted, submissions, isSelection);
    }

    // A submitter without a single mode is still one when it has the folder "results" or "systems" beside others of its kind.
    private static IEnumerable<string> Roots(TreeEntry[] entries, IEnumerable<ModePath> modes)
    {
        IEnumerable<string> named = entries
            .Where(entry => entry.Kind == EntryKind.Folder && entry.Name is "systems" or ModePath.Results && entry.Folder.Length > 0)
            .Select(entry => entry.Folder)
            .Where(folder => !folder.Split('/').Contains(ModePath.Results, StringComparer.Ordinal));
        return modes.Select(mode => mode.Submission).Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static Submission ReadSubmission(string root, TreeEntry[] entries, (ModePath Path, ModeResults Results)[] modes)
    {
        TreeEntry[] below = [.. entries.Where(entry => entry.Path.StartsWith($"{root}/", StringComparison.Ordinal))];
        TreeEntry[] systems =
        [
            .. below.Where(entry => entry.Kind == EntryKind.File
                && entry.Path.StartsWith($"{root}/systems/", StringComparison.Ordinal)
                && entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && !entry.Name.StartsWith('.')),
        ];
        (ModePath Path, ModeResults Results)[] own = [.. modes.Where(mode => string.Equals(mode.Path.Submission, root, StringComparison.Ordinal))];
        TaskResults[] tasks =
        [
            .. own.GroupBy(mode => (mode.Path.System, mode.Path.Task, mode.Path.Variant))
                .Select(group => new TaskResults(group.Key.System, group.Key.Task, group.Key.Variant, TreeEntry.OfFolder(group.First().Results.Path).Folder, [.. group.Select(mode => mode.Results)])),
            .. TasksWithoutModes(root, below, own),
        ];
        string[] parts = root.Split('/');
        string division = own.Length > 0 ? own[0].Path.Division : parts.Length > 1 ? parts[^2] : "";
        return new Submission(root, division, own.Length > 0 ? own[0].Path.Submitter : parts[^1], below, systems, [.. tasks.OrderBy(task => task.Path, StringComparer.Ordinal)]);
    }

    // results/<system>/<task> with nothing under it that is a mode: a task that was forgotten, not one that was not handed in.
    private static IEnumerable<TaskResults> TasksWithoutModes(string root, TreeEntry[] below, (ModePath Path, ModeResults Results)[] modes)
    {
        string results = $"{root}/{ModePath.Results}/";
        foreach (TreeEntry entry in below)
        {
            if (entry.Kind != EntryKind.Folder || !entry.Path.StartsWith(results, StringComparison.Ordinal))
                continue;
            string[] parts = entry.Path[results.Length..].Split('/');
            if (parts.Length != 2 || TaskFolder.Find(parts[1]) is null)
                continue;
            if (!Array.Exists(modes, mode => mode.Results.Path.StartsWith($"{entry.Path}/", StringComparison.Ordinal)))
                yield return new TaskResults(parts[0], parts[1], "", entry.Path, []);
        }
    }
}
