using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Extents, gates, factors and clamps of a unidirectional LSTM.</summary>
/// <typeparam name="TBias">int for int8 activations, long for int16 activations.</typeparam>
public sealed record LstmParameters<TBias>
{
    /// <summary>B: independent sequences.</summary>
    public required int Batches { get; init; }

    /// <summary>T: steps of a sequence.</summary>
    public required int TimeSteps { get; init; }

    /// <summary>I: elements of an input step.</summary>
    public required int InputSize { get; init; }

    /// <summary>H: elements of the hidden state, the cell and an output step.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Whether time is the outermost axis of input and output; else it is the batch.</summary>
    public bool TimeMajor { get; init; }

    /// <summary>How much of the input enters the cell; a sigmoid.</summary>
    public required LstmGate<TBias> InputGate { get; init; }

    /// <summary>How much of the cell stays; a sigmoid.</summary>
    public required LstmGate<TBias> ForgetGate { get; init; }

    /// <summary>What enters the cell; a hyperbolic tangent.</summary>
    public required LstmGate<TBias> CellGate { get; init; }

    /// <summary>How much of the cell is put out; a sigmoid.</summary>
    public required LstmGate<TBias> OutputGate { get; init; }

    /// <summary>Code of real zero in the input; the negated input offset.</summary>
    public int InputZeroPoint { get; init; }

    /// <summary>Code of real zero in hidden state and output; the output offset.</summary>
    public int OutputZeroPoint { get; init; }

    /// <summary>Forget gate times old cell, to the cell's codes.</summary>
    public required QuantizedMultiplier ForgetToCell { get; init; }

    /// <summary>Input gate times cell gate, to the cell's codes.</summary>
    public required QuantizedMultiplier InputToCell { get; init; }

    /// <summary>Output gate times the cell's hyperbolic tangent, to output codes.</summary>
    public required QuantizedMultiplier Output { get; init; }

    /// <summary>Largest magnitude of the cell; 0 to 32767.</summary>
    public int CellClip { get; init; } = short.MaxValue;

    /// <summary>The cell's scale is 2 to this power; -27 to 3, -12 for Q3.12.</summary>
    public required int CellScalePower { get; init; }

    /// <summary>As <see cref="Arithmetic.SigmoidTable"/> wants it.</summary>
    public required ReadOnlyMemory<ushort> SigmoidTable { get; init; }
}
