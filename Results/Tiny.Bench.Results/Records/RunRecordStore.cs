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
    /// <remarks>Also removes what killed writers left, by one look through the folder; who writes thousands uses <see cref="RecordStore"/>.</remarks>
    public static string Write(string directory, RunRecord record)
    {
        TemporaryName.RemoveOld(directory, TimeProvider.System);
        return Write(directory, record, CreateFile);
    }

    /// <summary>Checks that records can be written, so that a run does not find out when it is over. Makes the folder when it is not there.</summary>
    /// <exception cref="RecordException">The folder cannot be written.</exception>
    public static void RequireWritable(string directory)
    {
        string folder = Path.GetFullPath(directory);
        string probe = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            CreateFile(probe).Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(folder, $"cannot hold records: {problem.Message}", problem);
        }

        RemoveQuietly(probe);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="RecordException">The file is no record of a form that this program reads.</exception>
    public static RunRecord Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MissingFileException($"run record {path}", [file.FullName], "Records are written by tinybench run --out DIR.");
        return RunRecordJson.Read(path, ReadBytes(path));
    }

    /// <summary>The bytes of a record or a seal, with a limit on their number.</summary>
    internal static byte[] ReadBytes(string path)
    {
        long length = new FileInfo(path).Length;
        return length <= LargestRecord
            ? File.ReadAllBytes(path)
            : throw new RecordException(path, $"has {length} bytes; expected at most {LargestRecord}");
    }

    internal static FileStream CreateFile(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    internal static string Write(string directory, RunRecord record, Func<string, Stream> create)
    {
        string folder = Path.GetFullPath(directory);
        string name = NameOf(record);
        byte[] content = RunRecordJson.Write(record);
        try
        {
            Directory.CreateDirectory(folder);
            for (int counter = FreeCounter(folder, name); ; counter++)
            {
                string path = PathOf(folder, name, counter);
                if (TryWrite(path, content, create))
                    return path;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(folder, $"cannot hold the record {name}.json: {problem.Message}", problem);
        }
    }

    // The temporary name is made exclusively and is the claim to the final one. The rename alone would be none: on Unix two of them
    // can both find the final name free, and the later replaces the record of the earlier.
    internal static bool TryWrite(string path, byte[] content, Func<string, Stream> create)
    {
        string temporary = TemporaryName.For(path);
        Stream stream;
        try
        {
            stream = create(temporary);
        }
        catch (IOException) when (Path.Exists(temporary) || Path.Exists(path))
        {
            return false;
        }

        bool moved = false;
        try
        {
            using (stream)
            {
                // Asked under the claim: from here on nobody else makes the final name.
                if (Path.Exists(path))
                    return false;
                stream.Write(content);
                Flush(stream);
            }

            File.Move(temporary, path, overwrite: false);
            moved = true;
        }
        catch (IOException) when (Path.Exists(path) && Path.Exists(temporary))
        {
            // Somebody who makes no claims, such as a copying user, took the name.
            return false;
        }
        finally
        {
            if (!moved)
                RemoveQuietly(temporary);
        }

        return true;
    }

    // Names are taken from 1 upwards, so the first free one is found by doubling and halving: a hundred thousand records of one name
    // cost seventeen looks each. A gap that someone made by deleting may stay; the exclusive claim decides in any case.
    private static int FreeCounter(string folder, string name)
    {
        int taken = 0, free = 1;
        while (Path.Exists(PathOf(folder, name, free)))
        {
            taken = free;
            free = checked(free * 2);
        }

        while (free - taken > 1)
        {
            int middle = taken + ((free - taken) / 2);
            if (Path.Exists(PathOf(folder, name, middle)))
                taken = middle;
            else
                free = middle;
        }

        return free;
    }

    private static string PathOf(string folder, string name, int counter) =>
        Path.Combine(folder, counter == 1 ? $"{name}.json" : $"{name}-{counter}.json");

    private static string NameOf(RunRecord record)
    {
        if (record.Task.Length == 0 || !record.Task.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw new ArgumentException($"The task id \"{record.Task}\" makes no file name; expected letters, digits, - and _.", nameof(record));
        string mode = record.Mode?.ToString() ?? record.Kind.ToString();
        string started = record.Started is { } moment ? $"-{moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}" : "";
        return $"{record.Task}-{mode.ToLowerInvariant()}{started}";
    }

    private static void Flush(Stream stream)
    {
        if (stream is FileStream file)
            file.Flush(flushToDisk: true);
        else
            stream.Flush();
    }

    internal static void RemoveQuietly(string temporary)
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
