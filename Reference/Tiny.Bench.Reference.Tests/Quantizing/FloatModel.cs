using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>A small float model that a test builds operator by operator; tensor 0 is the input, the last operator's output the model's.</summary>
internal sealed class FloatModel
{
    private readonly List<FlatFields> _tensors = [];
    private readonly List<FlatFields> _buffers = [new FlatFields()];
    private readonly List<FlatFields> _codes = [];
    private readonly List<FlatFields> _operators = [];

    public FloatModel(params int[] inputShape) => Add(TensorType.Float32, inputShape);

    public int Constant(int[] shape, params float[] values) => Add(TensorType.Float32, shape, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    public int Integers(params int[] values) => Add(TensorType.Int32, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    /// <summary>Adds an operator; gives the index of its output.</summary>
    public int Operator(
        BuiltinOperator code, int[] inputs, int[] outputShape, BuiltinOptionsType table = BuiltinOptionsType.None, params (int Field, object Value)[] options)
    {
        int output = Add(TensorType.Float32, outputShape);
        FlatFields fields = TinyModel.Operator(_codes.Count, inputs, [output]);
        _codes.Add(TinyModel.Code((byte)code));
        if (table != BuiltinOptionsType.None)
        {
            var values = new FlatFields();
            foreach ((int field, object value) in options)
                values[field] = value;
            fields[3] = (byte)table;
            fields[4] = values;
        }

        _operators.Add(fields);
        return output;
    }

    /// <summary>FULLY_CONNECTED with as many units as the bias has values.</summary>
    public int FullyConnected(int input, float[] weights, float[] bias) => Operator(
        BuiltinOperator.FullyConnected,
        [input, Constant([bias.Length, weights.Length / bias.Length], weights), Constant([bias.Length], bias)],
        [1, bias.Length],
        BuiltinOptionsType.FullyConnected,
        (0, (byte)0));

    public TfliteModel Build()
    {
        var model = new TinyModel { Codes = [.. _codes], Buffers = [.. _buffers], Tensors = [.. _tensors], Operators = [.. _operators] };
        model.Graph[2] = FlatNode.Ints(_tensors.Count - 1);
        return TfliteModel.Parse(model.Write(), "model");
    }

    /// <summary>A model after calibration with some samples.</summary>
    public static TfliteModel Quantize(TfliteModel model, QuantizerOptions? options, params float[][] samples) =>
        Quantizer.Quantize(model, new Calibrator(model).Run([.. samples.Select(sample => (ReadOnlyMemory<float>)sample)]), options);

    private int Add(TensorType type, int[] shape, byte[]? content = null)
    {
        if (content is not null)
            _buffers.Add(new FlatFields { [0] = FlatNode.Bytes(content) });
        _tensors.Add(new FlatFields
        {
            [0] = FlatNode.Ints(shape),
            [1] = (byte)type,
            [2] = content is null ? 0 : _buffers.Count - 1,
            [3] = FlatNode.Text($"t{_tensors.Count}"),
        });
        return _tensors.Count - 1;
    }
}
