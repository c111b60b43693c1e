using System.Text;

namespace Tiny.Bench.Results.Import;

/// <summary>A file of a tree.</summary>
/// <param name="FullName">Where it is.</param>
/// <param name="SlashPath">The same with <c>/</c>.</param>
internal sealed record SourceFile(string FullName, string SlashPath)
{
    // The longest published log has 20 MB.
    private const long LargestText = 128 << 20;

    // Boards may send a NUL now and then; a file that starts with them is no log.
    private const int Head = 256;

    /// <summary>Reads a text: UTF-8 unless a byte order mark says otherwise; bytes that are none become U+FFFD.</summary>
    /// <param name="evidence">The name for problems.</param>
    /// <param name="problems">Where a file that cannot be read is listed.</param>
    /// <returns>Null when it cannot be read.</returns>
    public SourceText? Read(string evidence, ICollection<ImportProblem> problems)
    {
        try
        {
            long length = new FileInfo(FullName).Length;
            if (length > LargestText)
            {
                problems.Add(new ImportProblem(evidence, 0, $"has {length} bytes; texts of up to {LargestText} are read"));
                return null;
            }

            // A pipe has no length either, and reading it would wait for a writer that never comes.
            if (length == 0)
                return new SourceText(evidence, "");
            using var reader = new StreamReader(FullName, new UTF8Encoding(), detectEncodingFromByteOrderMarks: true);
            string content = reader.ReadToEnd();
            if (content.AsSpan(0, Math.Min(content.Length, Head)).Contains('\0'))
            {
                problems.Add(new ImportProblem(evidence, 1, "holds NUL characters: binary, or UTF-16 without byte order mark; not read"));
                return null;
            }

            return new SourceText(evidence, content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ImportProblem(evidence, 0, $"cannot be read: {problem.Message}"));
            return null;
        }
    }
}
