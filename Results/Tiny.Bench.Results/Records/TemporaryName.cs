namespace Tiny.Bench.Results.Records;

/// <summary>The name of a file while it is written: <c>.NAME.tmp</c> beside the final one. A killed writer leaves it.</summary>
internal static class TemporaryName
{
    /// <summary>How old one must be before it is taken for a killed writer's: far beyond any write, also over a laptop's sleep.</summary>
    public static readonly TimeSpan AgeLimit = TimeSpan.FromDays(1);

    /// <summary>The temporary path of a final one.</summary>
    public static string For(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.tmp");

    /// <summary>Whether a file's name, without folder, is a temporary one.</summary>
    public static bool Is(ReadOnlySpan<char> name) => name.StartsWith('.') && name.EndsWith(".tmp", StringComparison.Ordinal);

    /// <summary>Deletes those of a folder that are older than <see cref="AgeLimit"/>; a folder that is not there has none.</summary>
    /// <remarks>What cannot be deleted stays: it is never read as a record, and the write that follows says what is wrong with the folder.</remarks>
    public static void RemoveOld(string folder, TimeProvider time)
    {
        if (!Directory.Exists(folder))
            return;
        DateTime limit = time.GetUtcNow().UtcDateTime - AgeLimit;
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, ".*.tmp").Where(path => Is(Path.GetFileName(path.AsSpan()))))
            {
                if (File.GetLastWriteTimeUtc(path) < limit)
                    File.Delete(path);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Cleaning is a courtesy of the write, which goes on.
        }
    }
}
