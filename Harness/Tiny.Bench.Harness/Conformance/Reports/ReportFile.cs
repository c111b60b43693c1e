namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>Writes report files, their form by the extension.</summary>
public static class ReportFile
{
    private static readonly Dictionary<string, Action<Stream, ReportedRun>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xml"] = JUnitReport.Write,
        [".trx"] = TrxReport.Write,
        [".json"] = JsonReport.Write,
        [".md"] = MarkdownReport.Write,
    };

    /// <summary>The extensions that are known.</summary>
    public static IReadOnlyCollection<string> Extensions => Writers.Keys;

    /// <summary>Whether a file's extension is known.</summary>
    public static bool IsKnown(string path) => Writers.ContainsKey(Path.GetExtension(path));

    /// <summary>Writes a file: JUnit XML, TRX, JSON or Markdown. Same run and times, same bytes.</summary>
    /// <exception cref="ArgumentException">The extension is not known.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ReportedRun run)
    {
        if (!Writers.TryGetValue(Path.GetExtension(path), out Action<Stream, ReportedRun>? write))
            throw new ArgumentException($"A report ends in one of {string.Join(' ', Extensions)}; {path} does not.", nameof(path));
        using FileStream stream = File.Create(path);
        write(stream, run);
    }
}
