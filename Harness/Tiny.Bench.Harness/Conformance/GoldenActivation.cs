namespace Tiny.Bench.Harness.Conformance;

/// <summary>The output of one operator, as a checksum.</summary>
public sealed record GoldenActivation
{
    /// <summary>Index of the operator.</summary>
    public required int Op { get; init; }

    /// <summary>Its name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the tensor.</summary>
    public required int Tensor { get; init; }

    /// <summary>CRC-32 (zip) of the tensor's raw bytes after that operator, eight hex digits.</summary>
    public required string Crc32 { get; init; }
}
