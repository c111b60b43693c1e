using Tiny.Bench.Core;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Packaging;

/// <summary>Run records by the names that a person gives: files, and folders of them.</summary>
public static class RecordFiles
{
    /// <summary>Reads every record, sorted by name. Seals and hidden files of a folder are passed over.</summary>
    /// <exception cref="MissingFileException">A path does not exist.</exception>
    /// <exception cref="RecordException">A file is no record that this program reads.</exception>
    public static IReadOnlyList<StoredRecord> Read(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(Files)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => new StoredRecord(path.Replace('\\', '/'), RunRecordStore.Read(path))),
    ];

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".seal.json", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith('.'))
        : [path];
}
