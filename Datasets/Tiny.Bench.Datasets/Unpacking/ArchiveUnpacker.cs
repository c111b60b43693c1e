using System.Buffers;
using System.Security.Cryptography;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>Unpacks an archive into a folder of its own, and nothing outside of it: names, kinds, sizes and number of entries are all distrusted.</summary>
internal sealed class ArchiveUnpacker(string archiveName, ArchiveLayout layout, UnpackLimits limits)
{
    private const int BufferBytes = 1 << 16;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UnpackedFile> _files = [];
    private long _bytes;

    /// <summary>Unpacks all that the layout selects.</summary>
    /// <param name="archive">The archive; a zip must be seekable.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellationToken">Ends the work; what was unpacked stays for the caller to delete.</param>
    /// <returns>Every file, in the order of the names.</returns>
    /// <exception cref="FetchException">The archive is damaged, or holds what it must not, or the disk is full.</exception>
    public IReadOnlyList<UnpackedFile> Unpack(Stream archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            foreach (ArchiveEntry entry in ArchiveReader.Read(archive, layout.Format))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Wanted(entry) is { } name)
                    Write(entry, name, folder, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or ArgumentException)
        {
            throw new FetchException(FetchFault.Archive, archiveName, $"is damaged: {problem.Message}", problem);
        }

        if (_files.Count == 0)
            throw new FetchException(FetchFault.Archive, archiveName, $"holds no file{(layout.Select is null ? "" : $" under {layout.Select}")}; expected at least one");
        _files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return _files;
    }

    /// <summary>The name in the folder; null for an entry that is left out.</summary>
    private string? Wanted(ArchiveEntry entry)
    {
        if (entry.Kind == ArchiveEntryKind.Remark)
            return null;
        string name = entry.Name;
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        name = name.TrimEnd('/');
        if (entry.Kind == ArchiveEntryKind.Folder && name is "" or ".")
            return null;
        if (!SampleName.IsInside(name) || name.Contains('\\', StringComparison.Ordinal))
            throw Fault(entry, "has a name that leads out of the folder; expected a relative one without \"..\"");
        string[] parts = name.Split('/');
        if (parts.Length > limits.Depth)
            throw Fault(entry, $"lies {parts.Length} folders deep; expected at most {limits.Depth}");
        if (entry.Kind == ArchiveEntryKind.Forbidden)
            throw Fault(entry, "is a link, a device or encrypted; expected files and folders only");

        name = string.Join('/', parts.Skip(layout.Strip));
        string select = layout.Select ?? "";
        if (entry.Kind == ArchiveEntryKind.Folder || name.Length <= select.Length || !name.StartsWith(select, StringComparison.Ordinal))
            return null;
        name = name[select.Length..];
        return _names.Add(name) ? name : throw Fault(entry, "comes twice; expected every name once, capital letters or not");
    }

    private void Write(ArchiveEntry entry, string name, string folder, CancellationToken cancellationToken)
    {
        if (_files.Count == limits.Entries)
            throw Fault(entry, $"is one too many; expected at most {limits.Entries} files");
        string path = Path.Combine(folder, name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using Stream? content = entry.Open();
            using FileStream file = Create(path);
            while (content?.Read(buffer) is > 0 and int count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _bytes += count;
                if (_bytes > limits.Bytes)
                    throw Fault(entry, $"makes it more than {limits.Bytes} bytes unpacked: too much for its size");
                Store(file, buffer.AsSpan(0, count), path);
                hash.AppendData(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _files.Add(new UnpackedFile(name, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    private static FileStream Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, problem);
        }
    }

    private static void Store(FileStream file, ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException problem)
        {
            throw CannotWrite(path, problem);
        }
    }

    private static FetchException CannotWrite(string path, Exception problem) => new(FetchFault.Cache, path, $"cannot be written: {problem.Message}", problem);

    private FetchException Fault(ArchiveEntry entry, string problem) => new(FetchFault.Archive, $"{archiveName}, entry {entry.Name}", problem);
}
