using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>One line of a sample list: a file and its class. The bytes are read when they are asked for.</summary>
public sealed record TaskSample
{
    private const int LargestHeaders = 64 << 10;

    private static readonly string[] PictureExtensions = [".png", ".ppm"];

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

    /// <summary>What hears the file when it is a wav file; null when the task has no front end.</summary>
    public IFrontEnd? FrontEnd { get; init; }

    /// <summary>
    /// Reads the whole sample. A picture (.png, .ppm) gives the bytes that a raw file of it would, rows of red, green and blue; a sound (.wav)
    /// those of its features, little-endian binary32.
    /// </summary>
    /// <param name="largest">Most bytes that the caller has a use for; a larger sample is refused.</param>
    /// <exception cref="DatasetException">The file is empty, too large or damaged.</exception>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    public byte[] Read(long largest) => Content(Source.Read(File, FileLimit(largest)), largest);

    /// <summary>The same as <see cref="Read"/>, without a thread that waits for the disk.</summary>
    /// <param name="largest">Most bytes that the caller has a use for; a larger sample is refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">The file is empty, too large or damaged.</exception>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    public async ValueTask<byte[]> ReadAsync(long largest, CancellationToken cancellationToken) =>
        Content(await Source.ReadAsync(File, FileLimit(largest), cancellationToken), largest);

    private bool IsSound => System.IO.Path.GetExtension(File).Equals(".wav", StringComparison.OrdinalIgnoreCase);

    private bool IsPicture => PictureExtensions.Contains(System.IO.Path.GetExtension(File), StringComparer.OrdinalIgnoreCase);

    // Refused by its size before it is read; a picture's own headers take some bytes more than its pixels, and a sound has its own limit.
    private long FileLimit(long largest)
    {
        long count = Source.LengthOf(File)
            ?? throw new MissingFileException($"sample {File}", [Path], $"{SampleList.FileName} beside it lists this file: the data set is not complete.");
        long limit = IsSound ? WavReader.LargestFile : IsPicture ? largest + LargestHeaders : largest;
        return count >= 1 && count <= limit ? limit : throw new DatasetException(Path, $"has {count} bytes; expected 1 to {limit}");
    }

    private byte[] Content(byte[] file, long largest)
    {
        byte[] content = IsPicture ? ImageReader.Decode(Path, file).Pixels : IsSound ? Features(file) : file;
        return content.Length <= largest ? content : throw new DatasetException(Path, $"gives {content.Length} bytes; expected at most {largest}");
    }

    // Tensors are little-endian, and so is every machine that .NET 10 runs on.
    private byte[] Features(byte[] file)
    {
        if (FrontEnd is null)
            throw new DatasetException(Path, "is a sound; the task names no frontEnd to hear it with");
        return MemoryMarshal.AsBytes(FrontEnd.Hear(Path, WavReader.Decode(Path, file)).AsSpan()).ToArray();
    }
}
