using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Harness.Running;

/// <summary>The samples of an accuracy run that are done, on disk one by one, so that a broken run goes on where it stopped.</summary>
/// <remarks>JSON lines: the header, then one sample a line, flushed. A last line without its end was torn by a crash and does not count.</remarks>
public sealed class SampleJournal : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly FileStream _file;
    private readonly List<SampleResult> _done;

    private SampleJournal(FileStream file, List<SampleResult> done)
    {
        _file = file;
        _done = done;
    }

    /// <summary>The samples that are done, in the list's order.</summary>
    public IReadOnlyList<SampleResult> Done => _done;

    /// <summary>Where it lies.</summary>
    public string Path => _file.Name;

    /// <summary>Opens a journal; makes the folder when it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The run.</param>
    /// <param name="resume">Whether to go on with what is there; otherwise it is thrown away.</param>
    /// <exception cref="JournalException">The file is another run's, is damaged, is in use, or cannot be written.</exception>
    public static SampleJournal Open(string path, JournalHeader header, bool resume)
    {
        FileStream? file = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            file = new FileStream(path, resume ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            List<SampleResult> done = ReadDone(file, header);
            return new SampleJournal(file, done);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new JournalException(path, $"cannot keep the journal of this run: {problem.Message}", problem);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Adds the next sample; it is on disk when this returns.</summary>
    /// <exception cref="JournalException">The disk is full.</exception>
    public void Append(SampleResult sample)
    {
        try
        {
            WriteLine(_file, sample);
        }
        catch (IOException problem)
        {
            throw new JournalException(Path, $"cannot take sample {_done.Count + 1}: {problem.Message}", problem);
        }

        _done.Add(sample);
    }

    /// <summary>The run is over and its record written: the journal is not needed any more.</summary>
    public void Complete()
    {
        _file.Dispose();
        File.Delete(Path);
    }

    /// <summary>Closes the file and leaves it for <c>--resume</c>.</summary>
    public void Dispose() => _file.Dispose();

    private static List<SampleResult> ReadDone(FileStream file, JournalHeader header)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        int whole = Array.LastIndexOf(content, (byte)'\n') + 1;
        string[] lines = Encoding.UTF8.GetString(content, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        file.SetLength(whole);
        if (lines.Length == 0)
        {
            WriteLine(file, header);
            return [];
        }

        JournalHeader found = Parse<JournalHeader>(file.Name, 1, lines[0]);
        if (found != header)
            throw new JournalException(file.Name, $"belongs to {found}; expected {header}. Run without --resume to start anew");
        file.Position = whole;
        return [.. lines.Skip(1).Select((line, index) => Parse<SampleResult>(file.Name, index + 2, line))];
    }

    private static T Parse<T>(string path, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("null");
        }
        catch (JsonException problem)
        {
            throw new JournalException($"{path}, line {number}", $"is no {typeof(T).Name}: {problem.Message} Run without --resume to start anew", problem);
        }
    }

    private static void WriteLine<T>(FileStream file, T value)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];
        file.Write(line);
        file.Flush(flushToDisk: true);
    }
}
