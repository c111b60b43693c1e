namespace Tiny.Bench.Reference.Models;

/// <summary>One operator of a subgraph, in execution order.</summary>
public sealed record ModelOperator
{
    /// <summary>Index in its subgraph.</summary>
    public required int Index { get; init; }

    /// <summary>What it computes; <see cref="BuiltinOperator.Custom"/> carries <see cref="CustomName"/>.</summary>
    public required BuiltinOperator Code { get; init; }

    /// <summary>The schema's version of that operator, at least 1.</summary>
    public required int Version { get; init; }

    /// <summary>The name of a custom operator, else null.</summary>
    public string? CustomName { get; init; }

    /// <summary>Tensor indices; -1 stands for an optional input that is left out.</summary>
    public required IReadOnlyList<int> Inputs { get; init; }

    /// <summary>Tensor indices.</summary>
    public required IReadOnlyList<int> Outputs { get; init; }

    /// <summary>The operator's options; reads the schema's defaults where the file has none.</summary>
    public required OperatorOptions Options { get; init; }

    /// <summary>The schema's spelling, such as <c>CONV_2D</c>, or the custom name.</summary>
    public string Name => CustomName ?? Code.SchemaName();
}
