namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>An entry of an archive as its reader found it.</summary>
/// <param name="Name">Name in the archive, with slashes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Open">Opens its bytes; called at most once, and before the next entry is read.</param>
internal readonly record struct ArchiveEntry(string Name, ArchiveEntryKind Kind, Func<Stream?> Open);
