using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>lstm_unidirectional</c>: the hidden state after every step.</summary>
internal sealed class LstmCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        TensorType activation = vectorCase.Tensor("input").Type;
        return activation switch
        {
            TensorType.Int8 => Run<sbyte, int, TRounding>(vectorCase),
            TensorType.Int16 => Run<short, long, TRounding>(vectorCase),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {activation.SchemaName()}"),
        };
    }

    private static TActivation[] Run<TActivation, TBias, TRounding>(VectorCase vectorCase)
        where TActivation : unmanaged, IBinaryInteger<TActivation>, IMinMaxValue<TActivation>
        where TBias : unmanaged, IBinaryInteger<TBias>
        where TRounding : struct, IRounding
    {
        VectorTensor input = vectorCase.Tensor("input");
        LstmParameters<TBias> parameters = Parameters<TBias>(vectorCase, input.Shape);
        long rows = (long)parameters.Batches * parameters.TimeSteps;
        vectorCase.RequireOutput(rows * parameters.HiddenSize);
        vectorCase.RequireSteps((Int128)rows * parameters.HiddenSize * 4 * ((long)parameters.InputSize + parameters.HiddenSize));
        var cell = new short[parameters.Batches * parameters.HiddenSize];
        var output = new TActivation[parameters.Batches * parameters.TimeSteps * parameters.HiddenSize];
        Lstm.Run<TActivation, TBias, TRounding>(parameters, input.Read<TActivation>(), cell, output);
        return output;
    }

    private static LstmParameters<TBias> Parameters<TBias>(VectorCase vectorCase, Shape input)
        where TBias : unmanaged, IBinaryInteger<TBias>
    {
        var names = new CaseNames(vectorCase);
        bool timeMajor = vectorCase.Parameters.Flag("time_major", false);
        Shape hidden = HiddenMatrix(names, "input").Shape;
        if (hidden.Rank != 2 || hidden.ElementCount == 0)
            throw vectorCase.Error($"input gate has hidden weights {hidden}; expected a square matrix");
        int hiddenSize = hidden[0];
        if (input.Rank != 3 || input.ElementCount == 0)
            throw vectorCase.Error($"input is {input}; expected [batch,time,features] or, time-major, [time,batch,features]");
        int scalePower = names.Int32("cell_scale_power", "cell_state_scale_power", "cell_state_shift", "cell_shift");
        if (scalePower is < -27 or > 3)
            throw vectorCase.Error($"has cell_scale_power {scalePower}; expected -27 to 3");
        int timeSteps = timeMajor ? input[0] : input[1];
        if (names.Int32(timeSteps, "steps") != timeSteps)
            throw vectorCase.Error($"has {names.Int32("steps")} steps; input {input} holds {timeSteps}");
        int cellClip = names.Int32(0, "cell_clip");
        return new LstmParameters<TBias>
        {
            Batches = timeMajor ? input[1] : input[0],
            TimeSteps = timeSteps,
            InputSize = input[2],
            HiddenSize = hiddenSize,
            TimeMajor = timeMajor,
            InputGate = Gate<TBias>(vectorCase, names, "input", input[2], hiddenSize),
            ForgetGate = Gate<TBias>(vectorCase, names, "forget", input[2], hiddenSize),
            CellGate = Gate<TBias>(vectorCase, names, "cell", input[2], hiddenSize),
            OutputGate = Gate<TBias>(vectorCase, names, "output", input[2], hiddenSize),
            InputZeroPoint = names.ZeroPoint(-1, "input"),
            OutputZeroPoint = names.ZeroPoint(1, "output", "hidden", "output_state"),
            ForgetToCell = names.Multiplier(QuantizedMultiplier.MaximumShift, "forget_to_cell"),
            InputToCell = names.Multiplier(QuantizedMultiplier.MaximumShift, "input_to_cell"),
            Output = names.Multiplier(QuantizedMultiplier.MaximumShift, "output", "hidden"),
            CellClip = cellClip > 0 ? Math.Min(cellClip, short.MaxValue) : short.MaxValue,
            CellScalePower = scalePower,
            SigmoidTable = Table(vectorCase, names),
        };
    }

    private static LstmGate<TBias> Gate<TBias>(VectorCase vectorCase, CaseNames names, string gate, int inputSize, int hiddenSize)
        where TBias : unmanaged, IBinaryInteger<TBias>
    {
        VectorTensor input = names.Tensor($"{gate}_input_weights", $"input_to_{gate}_weights", $"in_to_{gate}_weights");
        VectorTensor hidden = HiddenMatrix(names, gate);
        VectorTensor? bias = names.OptionalTensor($"{gate}_bias");
        if (!input.Shape.Equals(new Shape(hiddenSize, inputSize)) || !hidden.Shape.Equals(new Shape(hiddenSize, hiddenSize)))
            throw vectorCase.Error($"{gate} gate has weights {input.Shape} and {hidden.Shape}; expected [{hiddenSize},{inputSize}] and [{hiddenSize},{hiddenSize}]");
        if (bias is not null && bias.Shape.ElementCount != hiddenSize)
            throw vectorCase.Error($"{gate} gate has {bias.Shape.ElementCount} biases; expected {hiddenSize}");
        int highestShift = typeof(TBias) == typeof(long) ? QuantizedMultiplier.MaximumReducedShift : QuantizedMultiplier.MaximumShift;
        return new LstmGate<TBias>
        {
            InputWeights = input.Read<sbyte>().ToArray(),
            HiddenWeights = hidden.Read<sbyte>().ToArray(),
            Bias = bias is null ? default : Array.ConvertAll(bias.ReadIntegers(), value => Bias<TBias>(vectorCase, gate, value)),
            InputMultiplier = names.Multiplier(highestShift, $"{gate}_input", $"in_to_{gate}", $"input_to_{gate}"),
            HiddenMultiplier = names.Multiplier(highestShift, $"{gate}_hidden", $"hidden_to_{gate}"),
        };
    }

    private static TBias Bias<TBias>(VectorCase vectorCase, string gate, long value)
        where TBias : unmanaged, IBinaryInteger<TBias>
    {
        var bias = TBias.CreateTruncating(value);
        return long.CreateTruncating(bias) == value ? bias : throw vectorCase.Error($"{gate} gate has the bias {value}, which its sum cannot hold");
    }

    private static VectorTensor HiddenMatrix(CaseNames names, string gate) =>
        names.Tensor($"{gate}_hidden_weights", $"hidden_to_{gate}_weights", $"hidden_input_to_{gate}_weights");

    private static ushort[] Table(VectorCase vectorCase, CaseNames names)
    {
        long[] table = names.Tensor("sigmoid_lut").ReadIntegers();
        if (table.Length != SigmoidTable.Length)
            throw vectorCase.Error($"sigmoid_lut has {table.Length} entries; expected {SigmoidTable.Length}");

        // The format has no uint16: entries stand in a wider type, or as their bits in int16.
        if (table.Any(entry => entry is < short.MinValue or > ushort.MaxValue))
            throw vectorCase.Error("sigmoid_lut has an entry of more than 16 bits");
        return Array.ConvertAll(table, entry => unchecked((ushort)entry));
    }
}
