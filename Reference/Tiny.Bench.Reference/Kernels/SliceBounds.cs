namespace Tiny.Bench.Reference.Kernels;

/// <summary>Where STRIDED_SLICE begins and ends along each axis.</summary>
internal readonly record struct SliceBounds
{
    /// <summary>First index of each axis; a negative one counts from the end.</summary>
    public required int[] Begins { get; init; }

    /// <summary>The index that is no more taken, of each axis; a negative one counts from the end.</summary>
    public required int[] Ends { get; init; }

    /// <summary>Steps along each axis; not 0, negative ones go backward.</summary>
    public required int[] Strides { get; init; }

    /// <summary>Bit i: axis i begins at its first element (its last one going backward).</summary>
    public required int BeginMask { get; init; }

    /// <summary>Bit i: axis i ends with its last element (its first one going backward).</summary>
    public required int EndMask { get; init; }

    /// <summary>Bit i: of axis i only the begin is taken, and the axis is dropped.</summary>
    public required int ShrinkAxisMask { get; init; }
}
