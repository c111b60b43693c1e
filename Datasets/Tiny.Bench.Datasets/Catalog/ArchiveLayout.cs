namespace Tiny.Bench.Datasets.Catalog;

/// <summary>An item that comes packed, and what of it is wanted.</summary>
/// <param name="Format">How it is packed.</param>
/// <param name="Strip">Leading folders that are taken off every name, 0 to 8; an entry with no more names than that is left out.</param>
/// <param name="Select">What a name must start with, after that; the rest is the name in the folder. Null takes everything.</param>
public sealed record ArchiveLayout(ArchiveFormat Format, int Strip = 0, string? Select = null);
