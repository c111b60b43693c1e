namespace Tiny.Bench.Harness.Conformance;

/// <summary>Whether a system computes what the reference does, operator by operator.</summary>
public sealed record SystemConformanceResult
{
    /// <summary>Inputs that were run.</summary>
    public required int Inputs { get; init; }

    /// <summary>Operator outputs that were compared.</summary>
    public required int Operators { get; init; }

    /// <summary>Operator outputs with the reference's CRC-32.</summary>
    public required int Equal { get; init; }

    /// <summary>For each input with a difference, the first operator that has one.</summary>
    public required IReadOnlyList<OperatorDifference> Differences { get; init; }

    /// <summary>Ticks of each operator, summed over the inputs; what they mean is the system's to say.</summary>
    public required IReadOnlyList<long> OperatorTicks { get; init; }

    /// <summary>Whether every operator output was equal.</summary>
    public bool IsConformant => Equal == Operators;
}
