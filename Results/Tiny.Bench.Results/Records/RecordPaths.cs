using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>Reads records from files and stores that a user names.</summary>
public static class RecordPaths
{
    /// <summary>Reads every record once. Names are those of the store when it is the only path, else they begin with their path.</summary>
    /// <param name="paths">Files, and folders as <see cref="RecordStore"/> takes them.</param>
    /// <exception cref="MissingFileException">A path does not exist.</exception>
    public static StoreContents Read(IReadOnlyList<string> paths)
    {
        StoreContents[] contents = [.. paths.Select(path => Read(path, prefix: paths.Count > 1))];
        return new StoreContents(
            [.. contents.SelectMany(content => content.Records).DistinctBy(record => record.Name, StringComparer.Ordinal).OrderBy(record => record.Name, StringComparer.Ordinal)],
            [.. contents.SelectMany(content => content.Problems).Distinct().OrderBy(problem => problem.Name, StringComparer.Ordinal)]);
    }

    private static StoreContents Read(string path, bool prefix)
    {
        if (!Directory.Exists(path))
            return ReadFile(path);
        StoreContents content = new RecordStore(path).Read();
        if (!prefix)
            return content;
        string folder = path.Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/');
        return new StoreContents(
            [.. content.Records.Select(record => record with { Name = $"{folder}/{record.Name}" })],
            [.. content.Problems.Select(problem => problem with { Name = $"{folder}/{problem.Name}" })]);
    }

    private static StoreContents ReadFile(string path)
    {
        if (!File.Exists(path))
            throw new MissingFileException($"run record {path}", [Path.GetFullPath(path)], "Give a record, or a folder of them as tinybench run --out DIR writes it.");
        string name = path.Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            return new StoreContents([new StoredRecord(name, RunRecordStore.Read(path)) { Folder = Path.GetDirectoryName(Path.GetFullPath(path)) }], []);
        }
        catch (Exception problem) when (problem is RecordException or IOException or UnauthorizedAccessException)
        {
            return new StoreContents([], [new StoreProblem(name, problem.Message)]);
        }
    }
}
