namespace Tiny.Bench.Results.Records;

/// <summary>One part of a seal's chain.</summary>
internal sealed record SealedPart
{
    /// <summary>What it is.</summary>
    public required SealRole Role { get; init; }

    /// <summary>Path below the record's folder, with <c>/</c>; for a digest the name that the record gives it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length; null for a digest.</summary>
    public long? Bytes { get; init; }

    /// <summary>The record's text line by line: a few kilobytes that let a change be named to the byte, with what stood there.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>Length of a block of evidence; the last may be shorter.</summary>
    public int? BlockBytes { get; init; }

    /// <summary>SHA-256 of each block of evidence.</summary>
    public IReadOnlyList<string>? Blocks { get; init; }

    /// <summary>SHA-256 of the link before and this part without its link: a part cannot be changed, moved or left out alone.</summary>
    public string? Link { get; init; }
}
