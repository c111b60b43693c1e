using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Audit;

/// <summary>Files of an audited folder, laid out as a submission so that the rules can read them.</summary>
internal sealed class AuditTree
{
    private readonly Dictionary<string, string> _places;
    private readonly string _prefix;

    /// <summary>Lays out files whose own paths are those of a submission, behind a prefix that only the audited folder's path tells.</summary>
    public AuditTree(IReadOnlyCollection<TreeEntry> entries, string prefix, bool isSelection)
    {
        Tree = SubmissionTree.Of(FolderReader.WithFolders([.. entries.Select(entry => entry with { Path = prefix + entry.Path })]), isSelection);
        Rules = RuleBook.OfSubmissions;
        _places = [];
        _prefix = prefix;
    }

    /// <summary>Lays out a selection of files that have other paths on the disk.</summary>
    /// <param name="files">The entries and the paths that they get.</param>
    /// <param name="rules">What is asked of them.</param>
    public AuditTree(IReadOnlyCollection<(TreeEntry Entry, string Path)> files, IReadOnlyList<ISubmissionRule> rules)
    {
        Tree = SubmissionTree.Of(FolderReader.WithFolders([.. files.Select(file => file.Entry with { Path = file.Path })]), isSelection: true);
        Rules = rules;
        _places = files.ToDictionary(file => file.Path, file => file.Entry.Path, StringComparer.Ordinal);
        _prefix = "";
    }

    /// <summary>The files as the rules see them.</summary>
    public SubmissionTree Tree { get; }

    /// <summary>The rules that they are held against.</summary>
    public IReadOnlyList<ISubmissionRule> Rules { get; }

    /// <summary>The path below the audited folder of a path of the tree; a folder that is on no disk keeps its own.</summary>
    public string PlaceOf(string path) =>
        _places.TryGetValue(path, out string? place) ? place
        : path.StartsWith(_prefix, StringComparison.Ordinal) ? path[_prefix.Length..]
        : path;
}
