using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>A float model that can be quantized: every operator has a rule, every constant is finite, and RELUs are part of what they follow.</summary>
internal sealed class FloatGraph
{
    private readonly Dictionary<int, int> _readers = [];
    private readonly Dictionary<int, int> _writers = [];

    private FloatGraph(TfliteModel model)
    {
        Source = model.Source;
        Graph = model.Main;
        if (model.Subgraphs.Count != 1)
            throw new QuantizationException(Source, $"has {model.Subgraphs.Count} subgraphs; expected 1");
        foreach (ModelTensor tensor in Graph.Tensors)
            Check(tensor);

        // Its kernels have seen to it that every operator has the inputs and shapes that the rules rely on.
        _ = new Interpreter(model);
        Operators = [.. Graph.Operators];
        foreach (ModelOperator current in Operators)
            Count(current);
        foreach (int output in Graph.Outputs)
            _readers[output] = _readers.GetValueOrDefault(output) + 1;
        foreach (ModelOperator current in Graph.Operators)
            Fuse(current);
    }

    /// <summary>What the errors call the model.</summary>
    public string Source { get; }

    /// <summary>The graph as the file has it.</summary>
    public ModelSubgraph Graph { get; }

    /// <summary>The operators that are left; each keeps its index in the file.</summary>
    public List<ModelOperator> Operators { get; }

    /// <summary>Checks and simplifies a model.</summary>
    /// <exception cref="QuantizationException">The model is quantized already, holds a value that is not finite, or a variable.</exception>
    /// <exception cref="ModelFormatException">An operator is malformed, has no kernel, or cannot be quantized.</exception>
    public static FloatGraph Of(TfliteModel model) => new(model);

    /// <summary>Whether a tensor holds reals, and not a shape, axis or index.</summary>
    public bool IsReal(int tensor) => Graph.Tensors[tensor].Type == TensorType.Float32;

    /// <summary>The reals of a constant.</summary>
    public ReadOnlySpan<float> Constant(int tensor) => MemoryMarshal.Cast<byte, float>(Graph.Tensors[tensor].Data!.Value.Span);

    private string Name(ModelTensor tensor) => $"{Source}, tensor {tensor.Index} ({tensor.Name})";

    private void Check(ModelTensor tensor)
    {
        if (tensor.Quantization.IsQuantized || tensor.Type is TensorType.Int8 or TensorType.UInt8 or TensorType.Int16 or TensorType.Int4)
            throw new QuantizationException(Name(tensor), $"is {tensor.Type.SchemaName()}: the model is quantized already; expected a float model");
        if (tensor.IsVariable)
            throw new QuantizationException(Name(tensor), "keeps its content between inferences; expected a model without state");
        if (tensor.Type != TensorType.Float32 || !tensor.IsConstant)
            return;
        ReadOnlySpan<float> values = Constant(tensor.Index);
        if (values.IsEmpty)
            throw new QuantizationException(Name(tensor), "has no element; expected at least 1");
        for (int index = 0; index < values.Length; index++)
        {
            if (!float.IsFinite(values[index]))
                throw new QuantizationException(Name(tensor), $"has {values[index]} as element {index}; expected a finite value");
        }
    }

    private void Count(ModelOperator current)
    {
        OperatorRule rule = OperatorRules.Of(current, Source);
        if (rule.Weights is { } weights && !Graph.Tensors[current.Inputs[weights]].IsConstant)
            throw new QuantizationException($"{Source}, operator {current.Index} ({current.Name})", "computes its weights; expected constant ones");
        foreach (int input in current.Inputs)
            _readers[input] = _readers.GetValueOrDefault(input) + 1;
        foreach (int output in current.Outputs)
            _writers[output] = current.Index;
    }

    // A RELU that alone reads what the operator before it writes becomes that operator's fused activation.
    private void Fuse(ModelOperator relu)
    {
        int? activation = relu.Code switch
        {
            BuiltinOperator.Relu => FusedActivation.Relu,
            BuiltinOperator.Relu6 => FusedActivation.Relu6,
            _ => null,
        };
        if (activation is null || _readers[relu.Inputs[0]] != 1 || !_writers.TryGetValue(relu.Inputs[0], out int writer))
            return;
        int at = Operators.FindIndex(current => current.Index == writer);
        ModelOperator producer = Operators[at];
        if (OperatorRules.Of(producer, Source).Fusing is not var (table, field) || producer.Options.Byte(field, 0) != FusedActivation.None)
            return;
        Operators[at] = producer with { Outputs = relu.Outputs, Options = producer.Options.With(table, field, (byte)activation) };
        _writers[relu.Outputs[0]] = writer;
        Operators.RemoveAll(current => current.Index == relu.Index);
    }
}
