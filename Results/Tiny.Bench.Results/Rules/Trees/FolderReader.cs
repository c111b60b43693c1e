using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>Lists a folder as the entries of a tree. Links are listed and not followed.</summary>
internal static class FolderReader
{
    private const string FlatSeparator = "__";
    private static readonly string[] Divisions = ["closed", "open"];

    /// <summary>All entries below a folder, sorted by path.</summary>
    /// <param name="folder">A round, a folder of rounds, one submission, or a selection of files whose names hold their path with <c>__</c>.</param>
    /// <param name="selection">Whether it is such a selection: what it lacks is not missing.</param>
    /// <exception cref="MissingFileException">There is no such folder.</exception>
    public static IReadOnlyList<TreeEntry> Read(string folder, out bool selection)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new MissingFileException($"folder {folder}", [root.FullName], "Give a submission tree, a round, or a folder of run records.");
        List<TreeEntry> entries = List(root, Prefix(root));
        selection = entries.TrueForAll(entry => entry.Kind == EntryKind.File) && entries.Exists(entry => entry.Name.Contains(FlatSeparator, StringComparison.Ordinal));
        if (selection)
            entries = Unfold(entries);
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

    /// <summary>All entries below a folder, each path with a prefix, in no order.</summary>
    public static List<TreeEntry> List(DirectoryInfo root, string prefix = "")
    {
        var entries = new List<TreeEntry>();
        AddChildren(root, prefix, entries);
        return entries;
    }

    /// <summary>Entries together with the folders that only their paths name.</summary>
    public static IReadOnlyList<TreeEntry> WithFolders(IReadOnlyCollection<TreeEntry> entries)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TreeEntry entry in entries)
        {
            for (string folder = entry.Folder; folder.Length > 0; folder = TreeEntry.OfFolder(folder).Folder)
                folders.Add(folder);
        }

        folders.ExceptWith(entries.Select(entry => entry.Path));
        return [.. entries, .. folders.Select(TreeEntry.OfFolder)];
    }

    /// <summary>A file of the disk under a path of the tree.</summary>
    public static TreeEntry OfFile(string path, string fullName, long length) =>
        // A pipe has no length; opening it would wait for a writer.
        new(path, EntryKind.File, length, () => length == 0 ? [] : File.ReadAllBytes(fullName));

    // One submission is known by its folder "results"; who submits it, and where, only the folders around it say.
    private static string Prefix(DirectoryInfo root)
    {
        if (Divisions.Contains(root.Name, StringComparer.Ordinal))
            return $"{root.Name}/";
        bool submission = Directory.Exists(Path.Combine(root.FullName, "results")) && Divisions.Contains(root.Parent?.Name, StringComparer.Ordinal);
        return submission ? $"{root.Parent!.Name}/{root.Name}/" : "";
    }

    private static void AddChildren(DirectoryInfo root, string prefix, List<TreeEntry> entries)
    {
        // A list, not recursion: the depth of a folder is somebody else's choice.
        var open = new Stack<(DirectoryInfo Folder, string Prefix)>([(root, prefix)]);
        while (open.TryPop(out (DirectoryInfo Folder, string Prefix) next))
        {
            foreach (FileSystemInfo child in next.Folder.EnumerateFileSystemInfos())
            {
                string path = next.Prefix + child.Name;
                if (child.LinkTarget is not null)
                {
                    entries.Add(new TreeEntry(path, EntryKind.Link, 0, () => []));
                }
                else if (child is DirectoryInfo folder)
                {
                    entries.Add(TreeEntry.OfFolder(path));
                    open.Push((folder, $"{path}/"));
                }
                else
                {
                    entries.Add(OfFile(path, child.FullName, ((FileInfo)child).Length));
                }
            }
        }
    }

    private static List<TreeEntry> Unfold(List<TreeEntry> entries) =>
        [.. WithFolders(entries.ConvertAll(entry => entry with { Path = Unfold(entry.Path) }))];

    /// <summary>The path that a flattened name stands for.</summary>
    public static string Unfold(string name) => name.Replace(FlatSeparator, "/", StringComparison.Ordinal);
}
