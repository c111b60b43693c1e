using Tiny.Bench.Core;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Audit;

/// <summary>Finds the logs of a path, in whatever layout, and lays them out as submissions.</summary>
/// <remarks>
/// Three kinds of files: those of a submission tree; flattened names, which hold their path; and logs under any other name, whose task and mode their content tells.
/// </remarks>
internal static class AuditTrees
{
    private const string OwnDivision = "open/";

    private static readonly string[] RunFiles = ["log.txt", "results.txt", "results.json"];

    /// <summary>Reads the names below a folder, or one file.</summary>
    /// <exception cref="MissingFileException">There is neither.</exception>
    public static IReadOnlyList<AuditTree> Of(string path)
    {
        string full = Path.GetFullPath(path);
        var file = new FileInfo(full);
        var folder = new DirectoryInfo(full);
        if (!file.Exists && !folder.Exists)
            throw new MissingFileException($"path {path}", [full], "Give a log, a folder of logs, or a submission tree.");
        List<TreeEntry> entries = file.Exists ? [FolderReader.OfFile(file.Name, full, file.Length)] : FolderReader.List(folder);

        ILookup<bool, TreeEntry> byName = entries.ToLookup(entry => entry.Kind == EntryKind.File && SubmissionPath.TryParse(entry.Name, null, out _));
        AuditTree[] flattened =
        [
            .. byName[true].GroupBy(entry => entry.Folder, StringComparer.Ordinal)
                .Select(group => new AuditTree([.. group.Select(entry => (entry, FolderReader.Unfold(entry.Name)))], RuleBook.OfSubmissions)),
        ];
        AuditTree standing = Standing([.. byName[false]], file.Exists ? file.DirectoryName! : full, isFile: file.Exists);
        return [standing, .. flattened, .. Foreign(standing)];
    }

    private static AuditTree Standing(IReadOnlyCollection<TreeEntry> entries, string folder, bool isFile)
    {
        string[] parts = folder.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        int division = Array.FindLastIndex(parts, IsDivision);
        int below = parts.Length - 1 - division;
        if (division >= 0 && (below < 2 || parts[division + 2] is "results" or "systems"))
            return new AuditTree(entries, $"{string.Join('/', parts[division..])}/", isSelection: isFile || below > 1);
        bool hasDivision = entries.Any(entry => entry.Path.Split('/').Any(IsDivision));
        bool isSubmission = entries.Any(entry => entry.Path.StartsWith("results/", StringComparison.Ordinal));

        // A submission that was taken out of its division: nobody knows which targets it has.
        string prefix = isSubmission && !hasDivision ? $"{OwnDivision}{parts.LastOrDefault("submission")}/" : "";
        return new AuditTree(entries, prefix, isSelection: !hasDivision);
    }

    private static bool IsDivision(string folder) => folder.ToLowerInvariant() is "closed" or "open";

    private static IEnumerable<AuditTree> Foreign(AuditTree standing)
    {
        var known = standing.Tree.Modes.SelectMany(mode => new[] { mode.LogFile, mode.ResultsFile, mode.JsonFile }).OfType<TreeEntry>()
            .Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        IEnumerable<TreeEntry> others = standing.Tree.Entries
            .Where(entry => !known.Contains(entry.Path) && ForeignLog.IsCandidate(entry))
            .Select(entry => entry with { Path = standing.PlaceOf(entry.Path) });
        foreach (IGrouping<string, TreeEntry> files in others.GroupBy(entry => RunFiles.Contains(entry.Name, StringComparer.Ordinal) ? $"{entry.Folder}/" : entry.Path, StringComparer.Ordinal))
        {
            if (ForeignLog.Layout([.. files]) is { Count: > 0 } layout)
                yield return new AuditTree(layout, RuleBook.OfContents);
        }
    }
}
