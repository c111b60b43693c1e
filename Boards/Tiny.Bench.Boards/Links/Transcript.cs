using System.Globalization;
using System.Text;

namespace Tiny.Bench.Boards.Links;

/// <summary>Every byte that passed over a link, with its time, in a file, in the format of Boards/docs/protocol.md, section 9.</summary>
/// <remarks>
/// Each line is handed to the system as it passes, so that it outlives a crash. It ends where a command or a text line ends, or where
/// the read or write did: a text line that came in two reads stands in two lines. Lines that begin with <c>#</c> are notes: the first
/// names the format, the second the port and the time of the beginning in UTC.
/// A transcript that cannot be written (disk full) does not disturb the run that it tells of: it ends there, and
/// <see cref="Complete"/> says so.
/// </remarks>
public sealed class Transcript : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stream _file;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly long _began;
    private long _lines;
    private long _missing;
    private Exception? _failure;

    private Transcript(Stream file, string path, TimeProvider time)
    {
        _file = file;
        _path = path;
        _time = time;
        _began = time.GetTimestamp();
    }

    /// <summary>Begins a file, in place of one of that name.</summary>
    /// <param name="path">Where; the folder exists.</param>
    /// <param name="port">Name of the port that is recorded.</param>
    /// <param name="time">The clock of the time stamps.</param>
    /// <exception cref="TranscriptException">The file cannot be made.</exception>
    public static Transcript Create(string path, string port, TimeProvider time)
    {
        try
        {
            // No buffer: what is in one is lost in a crash.
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            var transcript = new Transcript(file, path, time);
            transcript.Write("# tinybench transcript 1");
            transcript.Write(string.Create(CultureInfo.InvariantCulture, $"# {port}, {time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ}"));
            return transcript;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TranscriptException(path, $"cannot be made ({error.Message}); expected a folder to write in", error);
        }
    }

    /// <summary>Whether a line could not be written; nothing is written after it.</summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Writes bytes that passed.</summary>
    public void Record(LinkDirection direction, ReadOnlyMemory<byte> bytes)
    {
        byte last = direction == LinkDirection.ToDevice ? (byte)'%' : (byte)'\n';
        lock (_lock)
        {
            TimeSpan time = Elapsed();
            while (!bytes.IsEmpty)
            {
                int end = bytes.Span.IndexOf(last) + 1;
                int length = end == 0 ? bytes.Length : end;
                Write(new TranscriptEntry(time, direction, bytes[..length]).ToString());
                bytes = bytes[length..];
            }
        }
    }

    /// <summary>Writes what happened beside the bytes.</summary>
    /// <param name="text">One line.</param>
    public void Note(string text)
    {
        lock (_lock)
            Write($"# [{TranscriptEntry.Seconds(Elapsed())}] {text.ReplaceLineEndings(" ")}");
    }

    /// <summary>Ends the file, and tells if it is not whole.</summary>
    /// <exception cref="TranscriptException">A line could not be written: which, why, and how many are missing.</exception>
    public void Complete()
    {
        lock (_lock)
        {
            _file.Dispose();
            if (_failure is null)
                return;
            string problem = $"cannot be written ({_failure.Message}); {_missing} lines of the transcript are missing, the run is not touched";
            throw new TranscriptException($"{_path}, line {_lines + 1}", problem, _failure);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
            _file.Dispose();
    }

    private TimeSpan Elapsed() => _time.GetElapsedTime(_began);

    private void Write(string line)
    {
        if (_failure is not null)
        {
            _missing++;
            return;
        }

        try
        {
            // One call for a line, so that a crash of this process leaves whole lines only.
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _lines++;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _failure = error;
            _missing++;
        }
    }
}
