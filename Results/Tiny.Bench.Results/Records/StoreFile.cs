namespace Tiny.Bench.Results.Records;

/// <summary>A file of a store that is a record by its name, as the folder lists it; its content was not looked at.</summary>
/// <param name="Name">Path below the store's root, with <c>/</c>.</param>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="IsLink">Whether it is a symbolic link, of a file or of a folder; nothing is read through one.</param>
internal sealed record StoreFile(string Name, string Path, long Bytes, DateTime Modified, bool IsLink);
