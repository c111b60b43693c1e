using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>How MUL gets from two quantizations to a third.</summary>
/// <remarks>
/// <c>clamp(requantize((x1 - Input1ZeroPoint) * (x2 - Input2ZeroPoint), Multiplier) + OutputZeroPoint)</c>. The product stays below 2^16 for int8 and
/// is at most 2^30 for int16, whose zero points are 0.
/// </remarks>
public sealed record ProductCodes
{
    /// <summary>Code of real zero in the first input.</summary>
    public int Input1ZeroPoint { get; init; }

    /// <summary>Code of real zero in the second input.</summary>
    public int Input2ZeroPoint { get; init; }

    /// <summary>Code of real zero in the output.</summary>
    public int OutputZeroPoint { get; init; }

    /// <summary>Product of the input scales over the output scale.</summary>
    public required QuantizedMultiplier Multiplier { get; init; }

    /// <summary>Lowest output code.</summary>
    public required int ActivationMinimum { get; init; }

    /// <summary>Highest output code.</summary>
    public required int ActivationMaximum { get; init; }
}
