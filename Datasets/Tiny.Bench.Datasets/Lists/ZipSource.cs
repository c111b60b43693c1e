using System.IO.Compression;
using System.IO.Hashing;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>Samples in a zip, read where it lies and never unpacked to disk.</summary>
/// <remarks>The archive is kept in memory as it is stored, so that no file stays open and boards side by side may read at the same time.</remarks>
internal sealed class ZipSource : ISampleSource
{
    // A whole official list of images in a zip has about 5 MB.
    private const long LargestArchive = 64 << 20;
    private const long LargestEntry = 64 << 20;

    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _reading = new();

    private ZipSource(string path, ZipArchive archive)
    {
        Path = path;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith('/'))
                Add(entry);
        }
    }

    public string Path { get; }

    /// <summary>Reads an archive's directory and checks every name in it.</summary>
    /// <param name="path">An existing file.</param>
    /// <exception cref="DatasetException">It is no zip, is too large, or has an entry whose name leaves it, comes twice or is encrypted.</exception>
    public static ZipSource Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        long length = new FileInfo(path).Length;
        if (length > LargestArchive)
            throw new DatasetException(path, $"has {length} bytes; expected a zip of at most {LargestArchive}");
        try
        {
            return new ZipSource(path, new ZipArchive(new MemoryStream(File.ReadAllBytes(path), writable: false)));
        }
        catch (InvalidDataException problem)
        {
            throw new DatasetException(path, $"is no zip, or a damaged one: {problem.Message}", problem);
        }
    }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public long? LengthOf(string file) => _entries.TryGetValue(file, out ZipArchiveEntry? entry) ? entry.Length : null;

    public byte[] Read(string file, long largest)
    {
        ZipArchiveEntry entry = _entries[file];
        long limit = Math.Min(largest, LargestEntry);
        if (entry.Length < 0 || entry.Length > limit)
            throw new DatasetException(PathOf(file), $"has {entry.Length} bytes; expected at most {limit}");

        byte[] content;
        lock (_reading)
            content = Unpack(entry);

        // The directory of a zip may say anything; only this tells that the bytes are the ones that were packed.
        uint checksum = Crc32.HashToUInt32(content);
        if (checksum != entry.Crc32)
            throw new DatasetException(PathOf(file), $"is damaged: its CRC-32 is {checksum:x8}; the zip says {entry.Crc32:x8}");
        return content;
    }

    public ValueTask<byte[]> ReadAsync(string file, long largest, CancellationToken cancellationToken) => ValueTask.FromResult(Read(file, largest));

    private byte[] Unpack(ZipArchiveEntry entry)
    {
        var content = new byte[entry.Length];
        try
        {
            using Stream stream = entry.Open();
            stream.ReadExactly(content);
            if (stream.ReadByte() < 0)
                return content;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new DatasetException(PathOf(entry.FullName), $"is damaged: {problem.Message}", problem);
        }

        throw new DatasetException(PathOf(entry.FullName), $"is damaged: it holds more than the {entry.Length} bytes that the zip says");
    }

    private void Add(ZipArchiveEntry entry)
    {
        if (!SampleName.IsInside(entry.FullName))
            throw new DatasetException(Path, $"has an entry \"{entry.FullName}\"; expected names inside the archive, without \"..\" or a root");
        if (entry.IsEncrypted)
            throw new DatasetException(PathOf(entry.FullName), "is encrypted; expected a plain entry");
        if (!_entries.TryAdd(entry.FullName, entry))
            throw new DatasetException(PathOf(entry.FullName), "is in the archive twice");
    }
}
