namespace Tiny.Bench.Results.Import;

/// <summary>The files below a root, in ordinal order of their paths: no links, no files of the desktop, nothing that cannot be opened.</summary>
internal static class SourceTree
{
    // A round has 8 levels.
    private const int DeepestFolder = 24;

    /// <summary>Every file of interest, or the root itself when it is a file.</summary>
    public static IReadOnlyList<SourceFile> Files(string root, ICollection<ImportProblem> problems)
    {
        var files = new List<SourceFile>();
        string full = Path.GetFullPath(root);
        if (Directory.Exists(full))
            Walk(new DirectoryInfo(full), 0, files, problems);
        else if (File.Exists(full))
            files.Add(new SourceFile(full, Slashes(full)));
        else
            problems.Add(new ImportProblem(root, 0, "is neither a file nor a folder"));
        files.Sort((one, other) => string.CompareOrdinal(one.SlashPath, other.SlashPath));
        return files;
    }

    private static void Walk(DirectoryInfo folder, int depth, List<SourceFile> files, ICollection<ImportProblem> problems)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ImportProblem(Slashes(folder.FullName), 0, $"cannot be listed: {problem.Message}"));
            return;
        }

        foreach (FileSystemInfo entry in entries)
        {
            // Dot files are the desktop's and the version control's: ".git", and macOS's shadow "._results.txt" of every file.
            if (entry.Name.StartsWith('.'))
                continue;
            if (entry.LinkTarget is not null)
                problems.Add(new ImportProblem(Slashes(entry.FullName), 0, "is a link, which the rules forbid; not followed"));
            else if (entry is not DirectoryInfo inner)
                files.Add(new SourceFile(entry.FullName, Slashes(entry.FullName)));
            else if (depth < DeepestFolder)
                Walk(inner, depth + 1, files, problems);
            else
                problems.Add(new ImportProblem(Slashes(entry.FullName), 0, $"lies more than {DeepestFolder} folders deep; not read"));
        }
    }

    private static string Slashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
