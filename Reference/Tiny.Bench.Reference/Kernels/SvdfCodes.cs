using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Zero points, factors and clamps of SVDF.</summary>
public sealed record SvdfCodes
{
    /// <summary>Code of real zero in the input.</summary>
    public int InputZeroPoint { get; init; }

    /// <summary>Input scale times feature weight scale over state scale.</summary>
    public required QuantizedMultiplier FeatureMultiplier { get; init; }

    /// <summary>Lowest new state, before its zero point is added.</summary>
    public required int StateMinimum { get; init; }

    /// <summary>Highest new state, before its zero point is added.</summary>
    public required int StateMaximum { get; init; }

    /// <summary>Code of real zero in the state; 0 for int16.</summary>
    public int StateZeroPoint { get; init; }

    /// <summary>State scale times time weight scale over output scale.</summary>
    public required QuantizedMultiplier TimeMultiplier { get; init; }

    /// <summary>Code of real zero in the output.</summary>
    public int OutputZeroPoint { get; init; }

    /// <summary>Lowest output code.</summary>
    public int OutputMinimum { get; init; } = sbyte.MinValue;

    /// <summary>Highest output code.</summary>
    public int OutputMaximum { get; init; } = sbyte.MaxValue;
}
