namespace Tiny.Bench.Reference.Execution;

/// <summary>What one operator takes, gives and costs.</summary>
public sealed record OperatorSummary
{
    /// <summary>Index in the subgraph.</summary>
    public required int Index { get; init; }

    /// <summary>The schema's name.</summary>
    public required string Name { get; init; }

    /// <summary>The schema's version of the operator.</summary>
    public required int Version { get; init; }

    /// <summary>Shape of the first input that is computed at run time.</summary>
    public required string Input { get; init; }

    /// <summary>Shape of the first output.</summary>
    public required string Output { get; init; }

    /// <summary>Element type of the first output.</summary>
    public required string Type { get; init; }

    /// <summary>Scale of the first output; null when it is not quantized.</summary>
    public required float? Scale { get; init; }

    /// <summary>Zero point of the first output; null when it is not quantized.</summary>
    public required int? ZeroPoint { get; init; }

    /// <summary>Multiply-accumulates of one inference.</summary>
    public required long MultiplyAccumulates { get; init; }

    /// <summary>Constant elements that it reads: weights and bias, not shapes and axes.</summary>
    public required long Parameters { get; init; }
}
