namespace Tiny.Bench.Results.Records;

/// <summary>The verdict on a sealed record, with the place of the first change.</summary>
public sealed record SealVerification
{
    /// <summary>The verdict.</summary>
    public required SealState State { get; init; }

    /// <summary>The verdict in a sentence, with place, expected and found.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the file that is not as sealed: the record, a piece of evidence or the seal; null when nothing is wrong.</summary>
    public string? File { get; init; }

    /// <summary>The first altered byte, from 0. In evidence, where only blocks were hashed, the first byte of the first altered block.</summary>
    public long? ByteOffset { get; init; }

    /// <summary>The record's line that holds the byte, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The record's member that holds the byte: <c>$.quality.correct</c>.</summary>
    public string? JsonPath { get; init; }

    /// <summary>SHA-256 of the signer's public key (SubjectPublicKeyInfo), 64 lower-case hexadecimal digits; null when no signature was reached.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether the signature was checked with a key that the caller trusts; otherwise it was the key that the seal itself names.</summary>
    public bool KeyGiven { get; init; }
}
