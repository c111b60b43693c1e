using System.Text;

namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A file, folder or link of a submission.</summary>
/// <param name="Path">Path below the root, with <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Bytes of a file, else 0.</param>
/// <param name="Open">Reads the file's bytes; may fail as any reading of a file.</param>
public sealed record TreeEntry(string Path, EntryKind Kind, long Length, Func<byte[]> Open)
{
    /// <summary>A larger file is not read: the largest published log has 20 MB.</summary>
    public const long LargestRead = 64 << 20;

    /// <summary>Name without folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Path of the folder that holds it; empty for an entry of the root.</summary>
    public string Folder => Path.LastIndexOf('/') is > 0 and var slash ? Path[..slash] : "";

    /// <summary>A file that is at hand as bytes.</summary>
    public static TreeEntry OfBytes(string path, byte[] bytes) => new(path, EntryKind.File, bytes.Length, () => bytes);

    /// <summary>A folder.</summary>
    public static TreeEntry OfFolder(string path) => new(path, EntryKind.Folder, 0, () => []);

    /// <summary>The file's bytes; null when it is no file, too large, or cannot be read, with the reason.</summary>
    public byte[]? ReadBytes(out string? problem)
    {
        problem = null;
        if (Kind != EntryKind.File)
            problem = "is no file";
        else if (Length > LargestRead)
            problem = $"has {Length} bytes; at most {LargestRead} are read";
        if (problem is not null)
            return null;
        try
        {
            return Open();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read: {failure.Message}";
            return null;
        }
    }

    /// <summary>The file as text; null as for <see cref="ReadBytes"/>. UTF-8 unless a byte order mark says otherwise; bytes that are none become U+FFFD, as logs hold noise of the wire.</summary>
    public string? ReadText(out string? problem)
    {
        byte[]? bytes = ReadBytes(out problem);
        if (bytes is null)
            return null;
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
