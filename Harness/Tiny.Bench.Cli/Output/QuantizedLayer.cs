namespace Tiny.Bench.Cli.Output;

/// <summary>What one operator of a quantized model computes with, as <c>--json</c> prints it.</summary>
internal sealed record QuantizedLayer
{
    /// <summary>Index of the operator.</summary>
    public required int Index { get; init; }

    /// <summary>The schema's name.</summary>
    public required string Operator { get; init; }

    /// <summary>The name of its output.</summary>
    public required string Output { get; init; }

    /// <summary>Element type of its output.</summary>
    public required string Type { get; init; }

    /// <summary>Scale of its output.</summary>
    public required float Scale { get; init; }

    /// <summary>Zero point of its output.</summary>
    public required int ZeroPoint { get; init; }

    /// <summary>Element type of its weights; null for none.</summary>
    public string? Weights { get; init; }

    /// <summary>Number of scales of its weights; null for none.</summary>
    public int? WeightScales { get; init; }

    /// <summary>Smallest of those.</summary>
    public float? SmallestWeightScale { get; init; }

    /// <summary>Largest of those.</summary>
    public float? LargestWeightScale { get; init; }
}
