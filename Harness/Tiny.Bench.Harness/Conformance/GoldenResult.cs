namespace Tiny.Bench.Harness.Conformance;

/// <summary>What one input gives. Checksums are CRC-32 (zip), eight hex digits.</summary>
public sealed record GoldenResult
{
    /// <summary>Index of the input in its source.</summary>
    public required int Input { get; init; }

    /// <summary>Checksum of the input's bytes.</summary>
    public required string InputCrc32 { get; init; }

    /// <summary>Checksum of the output's bytes.</summary>
    public required string OutputCrc32 { get; init; }

    /// <summary>The whole output; absent for long ones.</summary>
    public string? OutputHex { get; init; }

    /// <summary>The output of every operator; absent for most inputs.</summary>
    public IReadOnlyList<GoldenActivation>? Activations { get; init; }
}
