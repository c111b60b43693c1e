namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>A model in a certificate.</summary>
public sealed record CertifiedModel
{
    /// <summary>Name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Sum over the channels.</summary>
    public required long Reachable { get; init; }

    /// <summary>Sum over the channels.</summary>
    public required long Differing { get; init; }

    /// <summary>The operators that requantize, in order of execution.</summary>
    public required IReadOnlyList<CertifiedOperator> Operators { get; init; }
}
