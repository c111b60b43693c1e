using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>One line of a sample list: a file and its class. The bytes are read when they are asked for.</summary>
public sealed record TaskSample
{
    /// <summary>Name as the list gives it, relative to the list.</summary>
    public required string File { get; init; }

    /// <summary>Where the file lies.</summary>
    public required ISampleSource Source { get; init; }

    /// <summary>Full path of the file, for messages; it may lie in an archive.</summary>
    public string Path => Source.PathOf(File);

    /// <summary>Number of classes of the task, at least 1.</summary>
    public required int ClassCount { get; init; }

    /// <summary>The right class, 0 to <see cref="ClassCount"/> less 1.</summary>
    public required int ClassIndex { get; init; }

    /// <summary>How windows are cut from the file; null when the file is one input.</summary>
    public WindowCut? Windows { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    /// <exception cref="MissingFileException">The list names a file that is not there.</exception>
    public long ByteCount => Source.LengthOf(File)
        ?? throw new MissingFileException($"sample {File}", [Path], $"{SampleList.FileName} beside it lists this file: the data set is not complete.");

    /// <summary>Reads the whole file.</summary>
    /// <param name="largest">Most bytes that the caller has a use for; a larger file is refused before it is read.</param>
    /// <exception cref="DatasetException">The file is empty, too large or damaged.</exception>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    public byte[] Read(long largest)
    {
        RequireCount(largest);
        return Source.Read(File, largest);
    }

    /// <summary>The same as <see cref="Read"/>, without a thread that waits for the disk.</summary>
    /// <param name="largest">Most bytes that the caller has a use for; a larger file is refused before it is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">The file is empty, too large or damaged.</exception>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    public ValueTask<byte[]> ReadAsync(long largest, CancellationToken cancellationToken)
    {
        RequireCount(largest);
        return Source.ReadAsync(File, largest, cancellationToken);
    }

    private void RequireCount(long largest)
    {
        long count = ByteCount;
        if (count < 1 || count > largest)
            throw new DatasetException(Path, $"has {count} bytes; expected 1 to {largest}");
    }
}
