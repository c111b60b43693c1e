using System.Globalization;
using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>Run records as files. A file is there whole or not at all, and is never overwritten.</summary>
public static class RunRecordStore
{
    // A record has a few kilobytes.
    private const long LargestRecord = 64 << 20;

    /// <summary>Writes a record under a name made of task, mode and start: <c>kws01-accuracy-20260102T030405Z.json</c>, with -2, -3 when taken.</summary>
    /// <param name="directory">The folder; made when it is not there.</param>
    /// <param name="record">The record.</param>
    /// <returns>Full path of the file.</returns>
    /// <exception cref="RecordException">The folder cannot be written, or the disk is full; no partial file stays.</exception>
    public static string Write(string directory, RunRecord record) => Write(directory, record, CreateFile);

    /// <summary>Reads a record.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="RecordException">The file is no record of a form that this program reads.</exception>
    public static RunRecord Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MissingFileException($"run record {path}", [file.FullName], "Records are written by tinybench run --out DIR.");
        if (file.Length > LargestRecord)
            throw new RecordException(path, $"has {file.Length} bytes; expected a record of at most {LargestRecord}");
        return RunRecordJson.Read(path, File.ReadAllBytes(path));
    }

    internal static string Write(string directory, RunRecord record, Func<string, Stream> create)
    {
        string folder = Path.GetFullPath(directory);
        string name = NameOf(record);
        byte[] content = RunRecordJson.Write(record);
        string temporary = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            using (Stream stream = create(temporary))
            {
                stream.Write(content);
                Flush(stream);
            }

            return MoveToFreeName(temporary, folder, name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            RemoveQuietly(temporary);
            throw new RecordException(folder, $"cannot hold the record {name}.json: {problem.Message}", problem);
        }
    }

    private static string NameOf(RunRecord record)
    {
        if (record.Task.Length == 0 || !record.Task.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw new ArgumentException($"The task id \"{record.Task}\" makes no file name; expected letters, digits, - and _.", nameof(record));
        string mode = record.Mode?.ToString() ?? record.Kind.ToString();
        string started = record.Started is { } moment ? $"-{moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}" : "";
        return $"{record.Task}-{mode.ToLowerInvariant()}{started}";
    }

    private static FileStream CreateFile(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private static void Flush(Stream stream)
    {
        if (stream is FileStream file)
            file.Flush(flushToDisk: true);
        else
            stream.Flush();
    }

    // The move refuses a name that is taken, also when another run takes it at this moment.
    private static string MoveToFreeName(string temporary, string folder, string name)
    {
        for (int counter = 1; ; counter++)
        {
            string path = Path.Combine(folder, counter == 1 ? $"{name}.json" : $"{name}-{counter}.json");
            try
            {
                File.Move(temporary, path, overwrite: false);
                return path;
            }
            catch (IOException) when (Path.Exists(path))
            {
                // Taken: try the next counter.
            }
        }
    }

    private static void RemoveQuietly(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The first problem is the one to report; a temporary name is never read as a record.
        }
    }
}
