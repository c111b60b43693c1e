using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>One gate of an LSTM: two matrices with a factor each, which take their sums to Q3.12.</summary>
public sealed record LstmGate<TBias>
{
    /// <summary>[H,I].</summary>
    public required ReadOnlyMemory<sbyte> InputWeights { get; init; }

    /// <summary>[H,H].</summary>
    public required ReadOnlyMemory<sbyte> HiddenWeights { get; init; }

    /// <summary>[H]; added to the input's sum.</summary>
    public required ReadOnlyMemory<TBias> Bias { get; init; }

    /// <summary>For the input's sum.</summary>
    public required QuantizedMultiplier InputMultiplier { get; init; }

    /// <summary>For the hidden state's sum.</summary>
    public required QuantizedMultiplier HiddenMultiplier { get; init; }
}
