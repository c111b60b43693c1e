namespace Tiny.Bench.Reference.Vectors;

/// <summary>One case: an operation, its parameters, its input tensors and the expected output.</summary>
public sealed class VectorCase
{
    private readonly IReadOnlyDictionary<string, VectorTensor> _tensors;
    private readonly IReadOnlyDictionary<string, string> _types;
    private readonly long _maximumSteps;

    internal VectorCase(
        string id,
        string operation,
        string purpose,
        VectorParameters parameters,
        IReadOnlyDictionary<string, VectorTensor> tensors,
        IReadOnlyDictionary<string, string> types,
        long maximumSteps = 1L << 34)
    {
        Id = id;
        Operation = operation;
        Purpose = purpose;
        Parameters = parameters;
        _tensors = tensors;
        _types = types;
        _maximumSteps = maximumSteps;
    }

    /// <summary>Unique in its suite: <c>category/name</c>.</summary>
    public string Id { get; }

    /// <summary>The format's name of the operation, such as <c>conv2d</c>.</summary>
    public string Operation { get; }

    /// <summary>What the case is there to catch; empty when the suite does not say.</summary>
    public string Purpose { get; }

    /// <summary>Its parameters.</summary>
    public VectorParameters Parameters { get; }

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, VectorTensor> Tensors => _tensors;

    /// <summary>The expected output.</summary>
    public VectorTensor Output => Tensor("output");

    /// <summary>The bias; null when the case has none (the format's null bias pointer).</summary>
    public VectorTensor? Bias
    {
        get
        {
            VectorTensor? bias = _tensors.GetValueOrDefault("bias") ?? _tensors.GetValueOrDefault("biases");
            if (Parameters.Flag("has_bias", bias is not null) != bias is not null)
                throw Error(bias is null ? "has no tensor bias, but has_bias" : "has a tensor bias, but not has_bias");
            return bias;
        }
    }

    /// <summary>A tensor that must be there.</summary>
    public VectorTensor Tensor(string name) =>
        _tensors.TryGetValue(name, out VectorTensor? tensor) ? tensor : throw Error($"has no tensor {name}");

    /// <summary>The weights as int8; int4 ones are unpacked from their packed form where the case has it.</summary>
    public ReadOnlySpan<sbyte> Weights()
    {
        ReadOnlySpan<sbyte> stored = Tensor("weights").Read<sbyte>();
        if (_types.GetValueOrDefault("weights") != "int4" || !_tensors.TryGetValue("weights_packed", out VectorTensor? packed))
            return stored;

        ReadOnlySpan<byte> bytes = packed.Type == TensorType.UInt8
            ? packed.Read<byte>()
            : System.Runtime.InteropServices.MemoryMarshal.AsBytes(packed.Read<sbyte>());
        var weights = new sbyte[stored.Length];
        if (bytes.Length < (weights.Length + 1) / 2)
            throw Error($"weights_packed has {bytes.Length} bytes; {weights.Length} weights take {(weights.Length + 1) / 2}");
        Kernels.Int4.Unpack(bytes, weights);
        return stored.SequenceEqual(weights) ? weights : throw Error("weights_packed does not unpack to weights");
    }

    /// <summary>Checks the size of a computed output before there is memory for it.</summary>
    internal void RequireOutput(long elementCount)
    {
        if (Output.Shape.ElementCount != elementCount)
            throw Error($"the output has {Output.Shape.ElementCount} elements; the parameters give {elementCount}");
    }

    /// <summary>Checks the cost of a kernel call in inner-loop steps: a line of text can ask for hours of work.</summary>
    internal void RequireSteps(Int128 steps)
    {
        if (steps > _maximumSteps)
            throw Error($"asks for {steps} steps; at most {_maximumSteps} are run");
    }

    /// <summary>The same case under another id.</summary>
    public VectorCase Renamed(string id) => new(id, Operation, Purpose, Parameters, _tensors, _types, _maximumSteps);

    /// <summary>The same case with another answer.</summary>
    internal VectorCase WithOutput(VectorTensor output)
    {
        var tensors = new Dictionary<string, VectorTensor>(_tensors, StringComparer.Ordinal) { ["output"] = output };
        return new VectorCase(Id, Operation, Purpose, Parameters, tensors, _types, _maximumSteps);
    }

    /// <summary>One layer of a network as a case of its own: the tensors and types whose names start with <paramref name="prefix"/>, and these two.</summary>
    /// <remarks>Each of <paramref name="layers"/> gets an equal share of the steps.</remarks>
    internal VectorCase Layer(string operation, VectorParameters parameters, string prefix, VectorTensor input, VectorTensor output, int layers)
    {
        var tensors = new Dictionary<string, VectorTensor>(Below(_tensors, prefix), StringComparer.Ordinal)
        {
            ["input"] = input,
            ["output"] = output,
        };
        var types = new Dictionary<string, string>(Below(_types, prefix), StringComparer.Ordinal);
        return new VectorCase(Id, operation, Purpose, parameters, tensors, types, _maximumSteps / layers);
    }

    private static IEnumerable<KeyValuePair<string, T>> Below<T>(IReadOnlyDictionary<string, T> named, string prefix) => named
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key[prefix.Length..], entry.Value));

    internal VectorFormatException Error(string problem) => new(Id, problem);
}
