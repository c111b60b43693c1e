namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first operator of one input whose output is not the reference's.</summary>
public sealed record OperatorDifference
{
    /// <summary>The sample's file, with its window where it has several.</summary>
    public required string Input { get; init; }

    /// <summary>Position in execution order.</summary>
    public required int Index { get; init; }

    /// <summary>The operator's name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Flat index of the first differing element of its output.</summary>
    public required int Element { get; init; }

    /// <summary>The reference's byte there.</summary>
    public required sbyte Expected { get; init; }

    /// <summary>The system's byte there.</summary>
    public required sbyte Got { get; init; }

    /// <summary>Elements of the output that differ.</summary>
    public required int DifferingElements { get; init; }

    /// <summary>Elements of the output.</summary>
    public required int Elements { get; init; }
}
