using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>A model of one operator, as values that a test may spoil before the file is written.</summary>
internal sealed class OperatorModel
{
    public required BuiltinOperator Code { get; init; }

    public BuiltinOptionsType OptionsType { get; init; }

    /// <summary>Option fields by number; bytes and floats as int.</summary>
    public SortedDictionary<int, int> Options { get; init; } = [];

    public required List<OperatorModelTensor> Tensors { get; init; }

    public required List<int> Inputs { get; init; }

    public required List<int> Outputs { get; init; }

    public List<int> GraphInputs { get; init; } = [];

    public List<int> GraphOutputs { get; init; } = [];

    /// <summary>One good model for every operator that has a kernel, and for its main forms.</summary>
    public static IReadOnlyList<OperatorModel> All()
    {
        OperatorModelTensor i8 = new(TensorType.Int8, 1, 4, 4, 2), row = new(TensorType.Int8, 1, 8);
        OperatorModelTensor i16 = i8 with { Type = TensorType.Int16 }, f32 = i8 with { Type = TensorType.Float32 };
        OperatorModelTensor small = new(TensorType.Int8, 1, 2, 2, 2), filter = new OperatorModelTensor(TensorType.Int8, 2, 3, 3, 2).Constant();
        OperatorModelTensor int4 = new OperatorModelTensor(TensorType.Int4, 3, 5).Constant(), units = new(TensorType.Int8, 1, 3), five = new(TensorType.Int8, 1, 5);
        OperatorModelTensor bias = new OperatorModelTensor(TensorType.Int32, 2).Constant(0, 0), state = new(TensorType.Int16, 1, 32) { IsVariable = true };
        OperatorModelTensor probability = row with { Scale = 1f / 256, ZeroPoint = -128 };
        return
        [
            Of(BuiltinOperator.Conv2D, BuiltinOptionsType.Conv2D, [i8, filter, bias, i8], (1, 1), (2, 1)),
            Of(BuiltinOperator.Conv2D, BuiltinOptionsType.Conv2D, [i16, filter, bias with { Type = TensorType.Int64, Data = new byte[16] }, i16], (1, 1), (2, 1)),
            Of(BuiltinOperator.DepthwiseConv2D, BuiltinOptionsType.DepthwiseConv2D, [i8, (filter with { Shape = [1, 3, 3, 2] }).Constant(), bias, i8], (1, 1), (2, 1), (3, 1)),
            Of(BuiltinOperator.TransposeConv, BuiltinOptionsType.TransposeConv, [Ints(1, 4, 4, 2), filter, small, bias, i8], (1, 2), (2, 2)),
            Of(BuiltinOperator.FullyConnected, BuiltinOptionsType.FullyConnected, [five, int4, units]),
            Of(BuiltinOperator.FullyConnected, BuiltinOptionsType.FullyConnected, [row with { Type = TensorType.Float32 }, new OperatorModelTensor(TensorType.Float32, 3, 8).Constant(), units with { Type = TensorType.Float32 }]),
            Of(BuiltinOperator.AveragePool2D, BuiltinOptionsType.Pool2D, [i8, small], (1, 2), (2, 2), (3, 2), (4, 2)),
            Of(BuiltinOperator.MaxPool2D, BuiltinOptionsType.Pool2D, [i16, small with { Type = TensorType.Int16 }], (1, 2), (2, 2), (3, 2), (4, 2)),
            Of(BuiltinOperator.Add, BuiltinOptionsType.Add, [i8, i8, i8]),
            Of(BuiltinOperator.Sub, BuiltinOptionsType.Sub, [i8, new OperatorModelTensor(TensorType.Int8, 2).Constant(), i8]),
            Of(BuiltinOperator.Mul, BuiltinOptionsType.Mul, [i16, i16, i16]),
            Of(BuiltinOperator.Mean, BuiltinOptionsType.Reducer, [i8, Ints(1, 2), new(TensorType.Int8, 1, 2)]),
            Of(BuiltinOperator.Sum, BuiltinOptionsType.Reducer, [i8, Ints(3), new(TensorType.Int8, 1, 4, 4, 1)], (0, 1)),
            Of(BuiltinOperator.Softmax, BuiltinOptionsType.Softmax, [row, probability], (0, BitConverter.SingleToInt32Bits(1))),
            Of(BuiltinOperator.Softmax, BuiltinOptionsType.Softmax, [row with { Type = TensorType.Int16 }, row with { Type = TensorType.Int16, Scale = 1f / 32768 }], (0, BitConverter.SingleToInt32Bits(1))),
            Of(BuiltinOperator.Logistic, BuiltinOptionsType.None, [row, probability]),
            Of(BuiltinOperator.Tanh, BuiltinOptionsType.None, [row, row with { Scale = 1f / 128 }]),
            Of(BuiltinOperator.Relu, BuiltinOptionsType.None, [row, row]),
            Of(BuiltinOperator.Relu6, BuiltinOptionsType.None, [row, row]),
            Of(BuiltinOperator.LeakyRelu, BuiltinOptionsType.LeakyRelu, [row, row], (0, BitConverter.SingleToInt32Bits(-0.1f))),
            Of(BuiltinOperator.HardSwish, BuiltinOptionsType.HardSwish, [row, row]),
            Of(BuiltinOperator.Maximum, BuiltinOptionsType.MaximumMinimum, [i8, i8, i8]),
            Of(BuiltinOperator.Minimum, BuiltinOptionsType.MaximumMinimum, [f32, f32, f32]),
            Of(BuiltinOperator.Reshape, BuiltinOptionsType.None, [i8, Ints(8, 4), new(TensorType.Int8, 8, 4)]),
            Of(BuiltinOperator.Squeeze, BuiltinOptionsType.None, [row, new(TensorType.Int8, 8)]),
            Of(BuiltinOperator.ExpandDims, BuiltinOptionsType.None, [row, Ints(0), new(TensorType.Int8, 1, 1, 8)]),
            Of(BuiltinOperator.Transpose, BuiltinOptionsType.Transpose, [i8, Ints(3, 0, 1, 2), new(TensorType.Int8, 2, 1, 4, 4)]),
            Of(BuiltinOperator.Pad, BuiltinOptionsType.Pad, [row, Ints(0, 0, 1, 2) with { Shape = [2, 2] }, new(TensorType.Int8, 1, 11)]),
            Of(BuiltinOperator.PadV2, BuiltinOptionsType.PadV2, [row, Ints(0, 0, 1, 2) with { Shape = [2, 2] }, new OperatorModelTensor(TensorType.Int8, 1).Constant(), new(TensorType.Int8, 1, 11)]),
            Of(BuiltinOperator.Concatenation, BuiltinOptionsType.Concatenation, [row, row, new(TensorType.Int8, 1, 16)], (0, 1)),
            Of(BuiltinOperator.StridedSlice, BuiltinOptionsType.StridedSlice, [row, Ints(0, 1), Ints(1, 7), Ints(1, 2), new(TensorType.Int8, 1, 3)]),
            Of(BuiltinOperator.Pack, BuiltinOptionsType.Pack, [row, row, new(TensorType.Int8, 2, 1, 8)], (0, 2)),
            Of(BuiltinOperator.Quantize, BuiltinOptionsType.Quantize, [f32, i8]),
            Of(BuiltinOperator.Dequantize, BuiltinOptionsType.Dequantize, [i16, f32]),
            Of(BuiltinOperator.BatchMatMul, BuiltinOptionsType.BatchMatMul, [new(TensorType.Int8, 2, 3, 4), new(TensorType.Int8, 1, 4, 5), new(TensorType.Int8, 2, 3, 5)]),
            Of(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf, [row, new OperatorModelTensor(TensorType.Int8, 4, 8).Constant(), new OperatorModelTensor(TensorType.Int16, 4, 8).Constant(), bias, state, new(TensorType.Int8, 1, 2)], (0, 2)),
            Split(),
        ];
    }

    /// <summary>The last tensor is the output; constants and variables are no inputs of the graph.</summary>
    public static OperatorModel Of(
        BuiltinOperator code, BuiltinOptionsType optionsType, List<OperatorModelTensor> tensors, params (int Field, int Value)[] options)
    {
        int output = tensors.Count - 1;
        return new OperatorModel
        {
            Code = code,
            OptionsType = optionsType,
            Options = new SortedDictionary<int, int>(options.ToDictionary(option => option.Field, option => option.Value)),
            Tensors = tensors,
            Inputs = [.. Enumerable.Range(0, output)],
            Outputs = [output],
            GraphInputs = [.. Enumerable.Range(0, output).Where(index => tensors[index] is { Data: null, IsVariable: false })],
            GraphOutputs = [output],
        };
    }

    /// <summary>The file.</summary>
    public byte[] Write() => Write([Operator(Inputs, Outputs)]);

    /// <summary>The file with the operator many times, each on tensors of its own.</summary>
    public byte[] Write(int operators, Func<int, int[]> inputs, Func<int, int[]> outputs) =>
        Write([.. Enumerable.Range(0, operators).Select(index => Operator(inputs(index), outputs(index)))]);

    private byte[] Write(FlatFields[] operators)
    {
        var model = new TinyModel
        {
            Codes = [new FlatFields { [0] = (byte)Math.Min((int)Code, 127), [3] = (int)Code }],
            Buffers = [new FlatFields(), .. Tensors.Select(tensor => new FlatFields { [0] = FlatNode.Bytes(tensor.Data ?? []) })],
            Tensors = [.. Tensors.Select((tensor, index) => tensor.Write(index + 1))],
            Operators = operators,
        };
        model.Graph[1] = FlatNode.Ints([.. GraphInputs]);
        model.Graph[2] = FlatNode.Ints([.. GraphOutputs]);
        return model.Write();
    }

    private FlatFields Operator(IEnumerable<int> inputs, IEnumerable<int> outputs)
    {
        FlatFields fields = TinyModel.Operator(0, [.. inputs], [.. outputs]);
        if (OptionsType == BuiltinOptionsType.None)
            return fields;
        var options = new FlatFields();
        foreach ((int field, int value) in Options)
            options[field] = value;
        fields[3] = (byte)OptionsType;
        fields[4] = options;
        return fields;
    }

    private static OperatorModelTensor Ints(params int[] values) =>
        new OperatorModelTensor(TensorType.Int32, values.Length) { Scale = null }.Constant(values);

    private static OperatorModel Split()
    {
        OperatorModelTensor half = new(TensorType.Int8, 1, 4);
        OperatorModel model = Of(BuiltinOperator.Split, BuiltinOptionsType.Split, [Ints(1), new(TensorType.Int8, 1, 8), half], (0, 2));
        model.Tensors.Add(half);
        model.Outputs.Add(3);
        model.GraphOutputs.Add(3);
        return model;
    }
}
