using System.Text;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Replay;

/// <summary>What a device said in a run that somebody logged: a transcript, or a published log of either official runner.</summary>
public sealed record Recording
{
    private const long LongestLog = 256L << 20;

    /// <summary>The file, as errors and names tell it.</summary>
    public required string Source { get; init; }

    /// <summary>The vendor that the device named; null when the log does not tell.</summary>
    public string? Vendor { get; init; }

    /// <summary>The model that it named; null when the log does not tell.</summary>
    public string? ModelId { get; init; }

    /// <summary>The inputs in order; at least one.</summary>
    public required IReadOnlyList<RecordedLoad> Loads { get; init; }

    /// <summary>Reads a log; its kind is told by its content.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="RecordingException">It is no log of a kind that is known, is torn, or holds no inference.</exception>
    public static Recording Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MissingFileException($"log {path}", [file.FullName], "Name a transcript, or a log.txt of a submission.");
        if (file.Length > LongestLog)
            throw new RecordingException(path, $"has {file.Length} bytes; expected at most {LongestLog}");

        string[] lines = File.ReadAllLines(path, Encoding.UTF8);
        RecordingBuilder builder = new(Path.GetFileName(path));
        if (lines.Any(TranscriptLog.IsExchange))
            TranscriptLog.Read(path, lines, builder);
        else if (lines.Any(EembcLog.IsDevice))
            EembcLog.Read(lines, builder);
        else
            MlcommonsLog.Read(lines, builder);
        return builder.Build();
    }
}
