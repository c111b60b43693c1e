namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>Reads <c>*.faults</c>: blocks of <c>key: value</c> lines, set apart by blank lines, each a <see cref="SeededFault"/>.</summary>
/// <remarks>
/// <c>name</c>, <c>operator</c>, <c>what</c> and <c>source</c> come first. <c>cs: FILE</c> and <c>c: FILE</c> start the edits of a file:
/// pairs of a line <c>- what is there</c> and a line <c>+ what replaces it</c>. A line that starts with <c>#</c> is a comment.
/// </remarks>
public static class FaultReader
{
    private static readonly string[] Facts = ["name", "operator", "what", "source"];

    /// <summary>All faults of a folder, by the names of the files, then in their order.</summary>
    /// <exception cref="FaultFormatException">A file is malformed, a name stands twice, or there are no faults.</exception>
    public static IReadOnlyList<SeededFault> ReadFolder(string folder)
    {
        var faults = new List<SeededFault>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*.faults").Order(StringComparer.Ordinal))
        {
            foreach (SeededFault fault in Read(Path.GetFileName(path), File.ReadAllText(path)))
            {
                if (!names.Add(fault.Name))
                    throw new FaultFormatException(Path.GetFileName(path), $"{fault.Name} stands twice; expected unique names");
                faults.Add(fault);
            }
        }

        return faults.Count > 0 ? faults : throw new FaultFormatException(folder, "has no faults; expected *.faults");
    }

    /// <summary>The faults of one file.</summary>
    /// <param name="source">What errors call it.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="FaultFormatException">It is malformed.</exception>
    public static IReadOnlyList<SeededFault> Read(string source, string text)
    {
        var faults = new List<SeededFault>();
        FaultBlock? block = null;
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int number = 1; number <= lines.Length; number++)
        {
            string line = lines[number - 1].TrimEnd();
            if (line.StartsWith('#'))
                continue;
            if (line.Length > 0)
                (block ??= new FaultBlock()).Add($"{source} line {number}", line);
            if ((line.Length == 0 || number == lines.Length) && block is not null)
            {
                faults.Add(block.Finish($"{source} line {number}", Facts));
                block = null;
            }
        }

        return faults;
    }
}
