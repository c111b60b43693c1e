namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>What an entry of an archive is.</summary>
internal enum ArchiveEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder; made when a file needs it.</summary>
    Folder,

    /// <summary>What only describes others, and is passed over.</summary>
    Remark,

    /// <summary>A link, a device, an encrypted file: what no data set needs.</summary>
    Forbidden,
}
