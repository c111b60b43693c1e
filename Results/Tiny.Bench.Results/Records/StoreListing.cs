using System.IO.Enumeration;

namespace Tiny.Bench.Results.Records;

/// <summary>The files below a store's root that are records by their name: <c>*.json</c>, without seals and temporary names.</summary>
/// <remarks>Other files are a record's evidence: logs, traces. Links are listed and not followed, since they may lead in circles.</remarks>
internal static class StoreListing
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>Lists them in ordinal order of the names; nothing when the root is not there.</summary>
    public static List<StoreFile> Of(string root)
    {
        if (!Directory.Exists(root))
            return [];
        var files = new FileSystemEnumerable<StoreFile>(root, (ref FileSystemEntry entry) => FileOf(root, ref entry), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory ? IsLink(ref entry) : IsRecordName(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        List<StoreFile> list = [.. files];
        list.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return list;
    }

    private static bool IsRecordName(ReadOnlySpan<char> name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(RecordSeal.Extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static StoreFile FileOf(string root, ref FileSystemEntry entry)
    {
        string path = entry.ToFullPath();
        string name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
        return new StoreFile(name, path, entry.Length, entry.LastWriteTimeUtc.UtcDateTime, IsLink(ref entry));
    }
}
