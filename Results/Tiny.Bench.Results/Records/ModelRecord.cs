namespace Tiny.Bench.Results.Records;

/// <summary>The model that was run.</summary>
public sealed record ModelRecord
{
    /// <summary>File name without folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
