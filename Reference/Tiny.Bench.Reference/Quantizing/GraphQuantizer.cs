using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Turns a float graph, and what its tensors hold, into an integer graph.</summary>
internal sealed class GraphQuantizer
{
    private readonly FloatGraph _float;
    private readonly Calibration _calibration;
    private readonly QuantizerOptions _options;
    private readonly ScaleGroups _groups;
    private readonly QuantizedTensors _tensors = new();
    private readonly List<ModelOperator> _operators = [];

    /// <summary>Decides the quantization of all activations.</summary>
    /// <param name="graph">What is quantized.</param>
    /// <param name="calibration">Range and means of every computed tensor that an operator of the graph reads or writes.</param>
    /// <param name="options">How.</param>
    public GraphQuantizer(FloatGraph graph, Calibration calibration, QuantizerOptions options)
    {
        _calibration = calibration;
        _float = graph;
        _options = options;
        _groups = new ScaleGroups(graph.Graph.Tensors.Count);
        foreach (int input in graph.Graph.Inputs)
        {
            _groups.Cover(input, calibration.Ranges[input]);
            if (options is { Input: { } given, Activations: TensorType.Int8 })
                _groups.Fix(input, given);
        }

        foreach (ModelOperator current in graph.Operators)
        {
            foreach (int tensor in Activations(current))
                _groups.Cover(tensor, graph.Graph.Tensors[tensor].IsConstant ? ActivationRange.Of(graph.Constant(tensor)) : calibration.Ranges[tensor]);
            Constrain(current);
        }
    }

    /// <summary>The integer graph.</summary>
    public ModelSubgraph Build()
    {
        int[] inputs = [.. _float.Graph.Inputs.Select(Activation)];
        foreach (ModelOperator current in _float.Operators)
            Convert(current);
        return _float.Graph with
        {
            Inputs = inputs,
            Outputs = [.. _float.Graph.Outputs.Select(Activation)],
            Tensors = _tensors.All,
            Operators = _operators,
        };
    }

    private OperatorRule RuleOf(ModelOperator model) => OperatorRules.Of(model, _float.Source);

    private IEnumerable<int> Activations(ModelOperator model)
    {
        OperatorRule rule = RuleOf(model);
        return model.Inputs.Where((tensor, position) => rule.IsActivation(position) && tensor >= 0 && _float.IsReal(tensor)).Concat(model.Outputs);
    }

    // In the order of execution: what decides a group for good, a softmax say, comes before those that read its output.
    private void Constrain(ModelOperator model)
    {
        OperatorRule rule = RuleOf(model);
        if ((_options.Activations == TensorType.Int16 ? rule.Int16Output : rule.Int8Output) is { } required)
            _groups.Fix(model.Outputs[0], required);
        if (!rule.SharesScale)
            return;
        int[] shared = [.. Activations(model)];
        bool one = model.Inputs.Count(input => input >= 0 && _float.IsReal(input)) == 1;
        foreach (int tensor in shared)
        {
            if (one || !_groups.IsFixed(tensor))
                _groups.Join(shared[^1], tensor);
        }
    }

    private void Convert(ModelOperator model)
    {
        OperatorRule rule = RuleOf(model);
        int[] inputs = [.. model.Inputs];
        for (int position = 0; position < inputs.Length; position++)
        {
            if (inputs[position] < 0 || !rule.IsActivation(position))
                continue;
            inputs[position] = rule.SharesScale ? Rescaled(inputs[position], model.Outputs[0]) : Place(inputs[position]);
        }

        TensorType? weights = null;
        if (rule.Weights is { } at)
            weights = PlaceWeights(model, rule, inputs, at);
        int[] outputs = [.. model.Outputs.Select(Activation)];
        TensorType activations = _options.Activations;
        int rank = outputs.Concat(inputs).Where(tensor => tensor >= 0).Max(tensor => _tensors.All[tensor].Shape.Rank);
        OperatorOptions options = activations == TensorType.Int16 ? WithGeneralScales(model) : model.Options;
        Add(model with
        {
            Inputs = inputs,
            Outputs = outputs,
            Options = options,
            Version = OperatorVersions.Of(model, activations, weights, rank),
        });
    }

    private void Add(ModelOperator model) => _operators.Add(model with { Index = _operators.Count });

    // The schema's default is that int16 scales are powers of two. Source: tflite schema.fbs, AddOptions, SubOptions.
    private static OperatorOptions WithGeneralScales(ModelOperator model)
    {
        const int PowerOfTwoScales = 1;
        return model.Code switch
        {
            BuiltinOperator.Add => model.Options.With(BuiltinOptionsType.Add, PowerOfTwoScales, 0),
            BuiltinOperator.Sub => model.Options.With(BuiltinOptionsType.Sub, PowerOfTwoScales, 0),
            _ => model.Options,
        };
    }

    // An input whose quantization its own kernel has decided is brought to the others' by an operator between.
    private int Rescaled(int tensor, int output)
    {
        if (!_float.IsReal(tensor))
            return Place(tensor);
        Quantization wanted = _groups.Of(output, _options.Activations), given = _groups.Of(tensor, _options.Activations);
        if (wanted.Scale == given.Scale && wanted.ZeroPoint == given.ZeroPoint)
            return Place(tensor);
        ModelTensor original = _float.Graph.Tensors[tensor];
        int rescaled = _tensors.Add(original with { Name = original.Name + "_rescaled", Type = _options.Activations, Quantization = wanted, Data = null });
        var model = new ModelOperator
        {
            Index = 0,
            Code = BuiltinOperator.Quantize,
            Version = 1,
            Inputs = [Place(tensor)],
            Outputs = [rescaled],
            Options = OperatorOptions.None,
        };
        Add(model with { Version = OperatorVersions.Of(model, _options.Activations, null, original.Shape.Rank) });
        return rescaled;
    }

    private int Place(int tensor) =>
        _float.IsReal(tensor) ? Activation(tensor) : _tensors.PlaceOf(tensor, () => _float.Graph.Tensors[tensor]);

    private int Activation(int tensor) => _tensors.PlaceOf(tensor, () =>
    {
        ModelTensor original = _float.Graph.Tensors[tensor];
        Quantization quantization = _groups.Of(tensor, _options.Activations);
        return original with
        {
            Type = _options.Activations,
            Quantization = quantization,
            Data = original.IsConstant ? RealCodes.Encode(_float.Constant(tensor), _options.Activations, quantization) : null,
        };
    });

    // A constant that two operators read is written for each: their input scales, and so their biases, differ.
    private TensorType PlaceWeights(ModelOperator model, OperatorRule rule, int[] inputs, int at)
    {
        bool isInt4 = _options.Int4Operators.Contains(model.Index);
        ModelTensor weights = _float.Graph.Tensors[inputs[at]];
        int? biasTensor = rule.Bias is { } position && position < inputs.Length && inputs[position] >= 0 ? inputs[position] : null;
        ReadOnlySpan<float> bias = biasTensor is { } given ? _float.Constant(given) : default;
        int data = model.Inputs.Select((tensor, index) => (tensor, index)).First(input => rule.IsActivation(input.index) && _float.IsReal(input.tensor)).tensor;
        float inputScale = _groups.Of(data, _options.Activations).Scale;

        var coder = new WeightCodes(weights.Shape, rule.ChannelAxis, isInt4 ? Int4.Highest : sbyte.MaxValue);
        ReadOnlySpan<float> values = _float.Constant(inputs[at]);
        float[] scales = coder.Scales(values, bias, inputScale, limitBias: _options.Activations == TensorType.Int8);
        sbyte[] codes = coder.Codes(values, scales);
        TensorType type = isInt4 ? TensorType.Int4 : TensorType.Int8;
        inputs[at] = _tensors.Add(weights with
        {
            Type = type,
            Quantization = new Quantization(scales, new int[scales.Length], rule.ChannelAxis ?? 0),
            Data = isInt4 ? Int4.Pack(codes) : MemoryMarshal.AsBytes(codes.AsSpan()).ToArray(),
        });
        if (biasTensor is null)
            return type;
        float[] corrected = isInt4 ? BiasCorrection.Correct(bias, model.Code, weights.Shape, Errors(values, codes, scales, coder), MeansOf(data)) : bias.ToArray();
        inputs[rule.Bias!.Value] = PlaceBias(_float.Graph.Tensors[biasTensor.Value], corrected, Array.ConvertAll(scales, scale => inputScale * scale));
        return type;
    }

    private static float[] Errors(ReadOnlySpan<float> weights, sbyte[] codes, float[] scales, WeightCodes coder)
    {
        var errors = new float[codes.Length];
        for (int index = 0; index < errors.Length; index++)
            errors[index] = (codes[index] * scales[coder.ChannelOf(index)]) - weights[index];
        return errors;
    }

    private float[] MeansOf(int tensor) => _float.Graph.Tensors[tensor].IsConstant ? _float.Constant(tensor).ToArray() : _calibration.ChannelMeans[tensor];

    private int PlaceBias(ModelTensor tensor, float[] bias, float[] scales)
    {
        long[] codes = WeightCodes.BiasCodes(bias, scales);
        bool isWide = _options.Activations == TensorType.Int16;
        return _tensors.Add(tensor with
        {
            Type = isWide ? TensorType.Int64 : TensorType.Int32,
            Quantization = new Quantization(scales, new int[scales.Length], 0),
            Data = isWide
                ? MemoryMarshal.AsBytes(codes.AsSpan()).ToArray()
                : MemoryMarshal.AsBytes(Array.ConvertAll(codes, code => checked((int)code)).AsSpan()).ToArray(),
        });
    }
}
