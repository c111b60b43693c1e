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
        var entries = new List<TreeEntry>();
        AddChildren(root, Prefix(root), entries);
        selection = entries.TrueForAll(entry => entry.Kind == EntryKind.File) && entries.Exists(entry => entry.Name.Contains(FlatSeparator, StringComparison.Ordinal));
        if (selection)
            entries = Unfold(entries);
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

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
                    // A pipe has no length; opening it would wait for a writer.
                    long length = ((FileInfo)child).Length;
                    entries.Add(new TreeEntry(path, EntryKind.File, length, () => length == 0 ? [] : File.ReadAllBytes(child.FullName)));
                }
            }
        }
    }

    private static List<TreeEntry> Unfold(List<TreeEntry> entries)
    {
        var files = entries.ConvertAll(entry => entry with { Path = entry.Path.Replace(FlatSeparator, "/", StringComparison.Ordinal) });
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TreeEntry file in files)
        {
            for (string folder = file.Folder; folder.Length > 0; folder = TreeEntry.OfFolder(folder).Folder)
                folders.Add(folder);
        }

        return [.. files, .. folders.Select(TreeEntry.OfFolder)];
    }
}
