namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>Rewrites a project's sources with all faults.</summary>
/// <param name="faults">Fault i gets the number i + 1; 0 is none.</param>
public sealed class SourceTree(IReadOnlyList<SeededFault> faults)
{
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>Rewrites every C# file below a folder; files that come out as they are stay untouched, files that are gone are removed.</summary>
    /// <exception cref="FaultFormatException">An edit does not fit.</exception>
    public void Rewrite(string sources, string output)
    {
        var files = Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(sources, path).Replace('\\', '/'))
            .Where(file => !BuildFolders.Contains(file.Split('/')[0]))
            .ToHashSet(StringComparer.Ordinal);
        foreach (SeededFault fault in faults)
        {
            foreach (FaultEdit edit in fault.CSharp)
            {
                if (!files.Contains(edit.File))
                    throw new FaultFormatException(edit.File, $"fault {fault.Name} edits it, but there is no such file below {sources}");
            }
        }

        Directory.CreateDirectory(output);
        foreach (string stale in Directory.EnumerateFiles(output, "*.cs", SearchOption.AllDirectories)
            .Where(path => !files.Contains(Path.GetRelativePath(output, path).Replace('\\', '/'))))
            File.Delete(stale);
        foreach (string file in files)
            WriteIfChanged(Path.Combine(output, file), Schemata.Rewrite(file, File.ReadAllText(Path.Combine(sources, file)), EditsOf(file)));
    }

    private IEnumerable<(int Fault, string Name, FaultEdit Edit)> EditsOf(string file) => faults
        .SelectMany((fault, index) => fault.CSharp.Select(edit => (index + 1, fault.Name, Edit: edit)))
        .Where(numbered => numbered.Edit.File == file);

    private static void WriteIfChanged(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
