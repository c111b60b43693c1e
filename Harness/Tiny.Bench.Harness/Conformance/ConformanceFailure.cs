namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first place where one check went wrong.</summary>
public sealed record ConformanceFailure
{
    /// <summary>The case: a vector's id, or a golden file with the index of its input.</summary>
    public required string Case { get; init; }

    /// <summary>The operation, or the operator's name with its index in the model.</summary>
    public required string Operator { get; init; }

    /// <summary>The tensor's name or index.</summary>
    public required string Tensor { get; init; }

    /// <summary>Flat index of the first element that differs; null when only checksums are known.</summary>
    public int? Element { get; init; }

    /// <summary>The expected code, or <c>crc32:</c> with eight hex digits.</summary>
    public required string Expected { get; init; }

    /// <summary>What was computed, in the same form.</summary>
    public required string Got { get; init; }
}
