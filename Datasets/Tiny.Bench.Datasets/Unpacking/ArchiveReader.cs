using System.Formats.Tar;
using System.IO.Compression;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>The entries of an archive, one after the other.</summary>
internal static class ArchiveReader
{
    // File type bits of a Unix mode, in the upper half of a zip entry's external attributes.
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    public static IEnumerable<ArchiveEntry> Read(Stream archive, ArchiveFormat format) => format switch
    {
        ArchiveFormat.TarGz => ReadTar(archive),
        ArchiveFormat.Zip => ReadZip(archive),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    private static IEnumerable<ArchiveEntry> ReadTar(Stream archive)
    {
        using var plain = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new TarReader(plain, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
            yield return new ArchiveEntry(entry.Name, KindOf(entry.EntryType), () => entry.DataStream);
    }

    private static IEnumerable<ArchiveEntry> ReadZip(Stream archive)
    {
        using var reader = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in reader.Entries)
            yield return new ArchiveEntry(entry.FullName, KindOf(entry), entry.Open);
    }

    private static ArchiveEntryKind KindOf(TarEntryType type) => type switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile => ArchiveEntryKind.File,
        TarEntryType.Directory or TarEntryType.DirectoryList => ArchiveEntryKind.Folder,
        TarEntryType.GlobalExtendedAttributes => ArchiveEntryKind.Remark,
        _ => ArchiveEntryKind.Forbidden,
    };

    private static ArchiveEntryKind KindOf(ZipArchiveEntry entry)
    {
        if (entry.FullName.EndsWith('/'))
            return ArchiveEntryKind.Folder;
        int type = (entry.ExternalAttributes >>> 16) & TypeMask;
        return entry.IsEncrypted || type is not (0 or RegularFile) ? ArchiveEntryKind.Forbidden : ArchiveEntryKind.File;
    }
}
