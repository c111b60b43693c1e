namespace Tiny.Bench.Results.Records;

/// <summary>A record with the name that it has where it lies.</summary>
/// <param name="Name">Path of its file below the store's root, with <c>/</c>; unique in the store.</param>
/// <param name="Record">The record.</param>
public sealed record StoredRecord(string Name, RunRecord Record)
{
    /// <summary>Full path of the folder that its file lies in, where its evidence is looked for; null when it was not read from a file.</summary>
    public string? Folder { get; init; }
}
