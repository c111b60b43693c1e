namespace Tiny.Bench.Reference.Vectors;

/// <summary>What became of a case.</summary>
public enum VectorOutcome
{
    /// <summary>Every element is equal.</summary>
    Passed,

    /// <summary>An element differs.</summary>
    Failed,

    /// <summary>No kernel computes it.</summary>
    Unsupported,
}
