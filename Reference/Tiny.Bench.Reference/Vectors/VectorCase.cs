namespace Tiny.Bench.Reference.Vectors;

/// <summary>One case: an operation, its parameters, its input tensors and the expected output.</summary>
public sealed class VectorCase
{
    private readonly IReadOnlyDictionary<string, VectorTensor> _tensors;
    private readonly IReadOnlyDictionary<string, string> _types;

    internal VectorCase(
        string id,
        string operation,
        string purpose,
        VectorParameters parameters,
        IReadOnlyDictionary<string, VectorTensor> tensors,
        IReadOnlyDictionary<string, string> types)
    {
        Id = id;
        Operation = operation;
        Purpose = purpose;
        Parameters = parameters;
        _tensors = tensors;
        _types = types;
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
    public VectorTensor? Bias => _tensors.GetValueOrDefault("bias");

    /// <summary>A tensor that must be there.</summary>
    public VectorTensor Tensor(string name) =>
        _tensors.TryGetValue(name, out VectorTensor? tensor) ? tensor : throw Error($"has no tensor {name}");

    /// <summary>The weights as int8; int4 ones are unpacked from their packed form where the case has it.</summary>
    public ReadOnlySpan<sbyte> Weights()
    {
        if (_types.GetValueOrDefault("weights") != "int4" || !_tensors.TryGetValue("weights_packed", out VectorTensor? packed))
            return Tensor("weights").Read<sbyte>();

        ReadOnlySpan<byte> bytes = packed.Type == TensorType.UInt8
            ? packed.Read<byte>()
            : System.Runtime.InteropServices.MemoryMarshal.AsBytes(packed.Read<sbyte>());
        var weights = new sbyte[Tensor("weights").Shape.ElementCount];
        if (bytes.Length < (weights.Length + 1) / 2)
            throw Error($"weights_packed has {bytes.Length} bytes; {weights.Length} weights take {(weights.Length + 1) / 2}");
        Kernels.Int4.Unpack(bytes, weights);
        return weights;
    }

    /// <summary>One layer of a network as a case of its own: the tensors and types whose names start with <paramref name="prefix"/>, and these two.</summary>
    internal VectorCase Layer(string operation, VectorParameters parameters, string prefix, VectorTensor input, VectorTensor output)
    {
        var tensors = new Dictionary<string, VectorTensor>(Below(_tensors, prefix), StringComparer.Ordinal)
        {
            ["input"] = input,
            ["output"] = output,
        };
        return new VectorCase(Id, operation, Purpose, parameters, tensors, new Dictionary<string, string>(Below(_types, prefix), StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, T>> Below<T>(IReadOnlyDictionary<string, T> named, string prefix) => named
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key[prefix.Length..], entry.Value));

    internal VectorFormatException Error(string problem) => new(Id, problem);
}
