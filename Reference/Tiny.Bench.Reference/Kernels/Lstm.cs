using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>UNIDIRECTIONAL_SEQUENCE_LSTM with int8 or int16 activations and an int16 cell; run on vectors, not bound to models.</summary>
/// <remarks>
/// int8 activations sum in int32 and rescale by the dialect; int16 activations sum in int64 and rescale by the reduced multiplier.
/// Source: tflite-micro lstm_eval.h; CMSIS-NN arm_nn_lstm_step_s8.c and arm_nn_lstm_step_s16.c; spec section 12a.
/// </remarks>
public static class Lstm
{
    private const int FractionBits = 12;

    /// <summary>Computes all steps from a hidden state and a cell of real zero.</summary>
    /// <param name="parameters">Extents, gates, factors and clamps.</param>
    /// <param name="input">[T,B,I] if time-major, else [B,T,I].</param>
    /// <param name="cell">[B,H]; cleared first, holds the last cell afterwards.</param>
    /// <param name="output">[T,B,H] if time-major, else [B,T,H]: the hidden state after each step.</param>
    public static void Run<TActivation, TBias, TRounding>(
        LstmParameters<TBias> parameters, ReadOnlySpan<TActivation> input, Span<short> cell, Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>, IMinMaxValue<TActivation>
        where TBias : unmanaged, IBinaryInteger<TBias>
        where TRounding : struct, IRounding
    {
        cell.Clear();
        for (int batch = 0; batch < parameters.Batches; batch++)
        {
            Span<short> cells = cell.Slice(batch * parameters.HiddenSize, parameters.HiddenSize);
            ReadOnlySpan<TActivation> hidden = default;
            for (int step = 0; step < parameters.TimeSteps; step++)
            {
                int row = parameters.TimeMajor ? (step * parameters.Batches) + batch : (batch * parameters.TimeSteps) + step;
                Span<TActivation> outputs = output.Slice(row * parameters.HiddenSize, parameters.HiddenSize);
                Step<TActivation, TBias, TRounding>(
                    parameters, input.Slice(row * parameters.InputSize, parameters.InputSize), hidden, cells, outputs);
                hidden = outputs;
            }
        }
    }

    // hidden is empty before the first step: all real zero.
    private static void Step<TActivation, TBias, TRounding>(
        LstmParameters<TBias> parameters,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<TActivation> hidden,
        Span<short> cells,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>, IMinMaxValue<TActivation>
        where TBias : unmanaged, IBinaryInteger<TBias>
        where TRounding : struct, IRounding
    {
        ReadOnlySpan<ushort> table = parameters.SigmoidTable.Span;
        for (int unit = 0; unit < parameters.HiddenSize; unit++)
        {
            short forgetSum = Sum<TActivation, TBias, TRounding>(parameters, parameters.ForgetGate, unit, input, hidden);
            short inputSum = Sum<TActivation, TBias, TRounding>(parameters, parameters.InputGate, unit, input, hidden);
            short cellSum = Sum<TActivation, TBias, TRounding>(parameters, parameters.CellGate, unit, input, hidden);
            short outputSum = Sum<TActivation, TBias, TRounding>(parameters, parameters.OutputGate, unit, input, hidden);
            int forgetGate = SigmoidTable.Sigmoid(forgetSum, leftShift: 0, table);
            int inputGate = SigmoidTable.Sigmoid(inputSum, leftShift: 0, table);
            int cellGate = SigmoidTable.Tanh(cellSum, leftShift: 0, table);
            int outputGate = SigmoidTable.Sigmoid(outputSum, leftShift: 0, table);

            int remembered = Saturate(TRounding.Requantize(forgetGate * cells[unit], parameters.ForgetToCell));
            int entering = TRounding.Requantize(inputGate * cellGate, parameters.InputToCell);
            cells[unit] = (short)Math.Clamp(remembered + entering, -parameters.CellClip, parameters.CellClip);

            int cellTanh = SigmoidTable.Tanh(cells[unit], parameters.CellScalePower + FractionBits, table);
            int code = TRounding.Requantize(outputGate * cellTanh, parameters.Output) + parameters.OutputZeroPoint;
            output[unit] = TActivation.CreateSaturating(code);
        }
    }

    // One gate of one unit in Q3.12, before its activation function.
    private static short Sum<TActivation, TBias, TRounding>(
        LstmParameters<TBias> parameters, LstmGate<TBias> gate, int unit, ReadOnlySpan<TActivation> input, ReadOnlySpan<TActivation> hidden)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TBias : unmanaged, IBinaryInteger<TBias>
        where TRounding : struct, IRounding
    {
        ReadOnlySpan<sbyte> inputWeights = gate.InputWeights.Span.Slice(unit * parameters.InputSize, parameters.InputSize);
        TBias sum = gate.Bias.IsEmpty ? TBias.Zero : gate.Bias.Span[unit];
        for (int i = 0; i < input.Length; i++)
            sum += TBias.CreateTruncating(inputWeights[i] * (int.CreateTruncating(input[i]) - parameters.InputZeroPoint));
        short fromInput = Saturate(FixedPoint.Requantize<TBias, TRounding>(sum, gate.InputMultiplier));

        ReadOnlySpan<sbyte> hiddenWeights = gate.HiddenWeights.Span.Slice(unit * parameters.HiddenSize, parameters.HiddenSize);
        sum = TBias.Zero;
        for (int i = 0; i < hidden.Length; i++)
            sum += TBias.CreateTruncating(hiddenWeights[i] * (int.CreateTruncating(hidden[i]) - parameters.OutputZeroPoint));
        return Saturate(fromInput + FixedPoint.Requantize<TBias, TRounding>(sum, gate.HiddenMultiplier));
    }

    private static short Saturate(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);
}
