namespace Tiny.Bench.Reference.Kernels;

/// <summary>Extents of SVDF; all at least 1.</summary>
public sealed record SvdfGeometry
{
    /// <summary>B: independent inputs.</summary>
    public required int Batches { get; init; }

    /// <summary>I: elements of one input.</summary>
    public required int InputSize { get; init; }

    /// <summary>U: elements of one output.</summary>
    public required int Units { get; init; }

    /// <summary>Filters per unit.</summary>
    public required int Rank { get; init; }

    /// <summary>M: steps that the state remembers.</summary>
    public required int Memory { get; init; }

    /// <summary>F: filters of all units.</summary>
    public int Filters => Units * Rank;
}
