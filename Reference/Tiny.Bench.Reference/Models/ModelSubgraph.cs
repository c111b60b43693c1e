namespace Tiny.Bench.Reference.Models;

/// <summary>A graph of operators; the first of a model is the one that runs.</summary>
public sealed record ModelSubgraph
{
    /// <summary>The file's name for it; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>All tensors, by index.</summary>
    public required IReadOnlyList<ModelTensor> Tensors { get; init; }

    /// <summary>Tensor indices of the inputs.</summary>
    public required IReadOnlyList<int> Inputs { get; init; }

    /// <summary>Tensor indices of the outputs.</summary>
    public required IReadOnlyList<int> Outputs { get; init; }

    /// <summary>The operators in execution order.</summary>
    public required IReadOnlyList<ModelOperator> Operators { get; init; }
}
