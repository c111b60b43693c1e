namespace Tiny.Bench.Results.Markdown;

/// <summary>A file as it should be.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PublishedFile(string Path, byte[] Content)
{
    /// <summary>Whether the file on the disk holds these bytes; line ends count, so a checkout must not change them.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public bool IsCurrent() => File.Exists(Path) && File.ReadAllBytes(Path).AsSpan().SequenceEqual(Content);

    /// <summary>Writes the file, and its folder when it is not there. The old file is there until the new one is whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write()
    {
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        Directory.CreateDirectory(folder);
        string temporary = System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(temporary, Content);
            File.Move(temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
