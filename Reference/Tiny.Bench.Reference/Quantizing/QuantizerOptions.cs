using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>How a float model is quantized; the defaults are what TFLite's converter does.</summary>
public sealed record QuantizerOptions
{
    /// <summary>Element type of everything that is computed: <see cref="TensorType.Int8"/> (default) or <see cref="TensorType.Int16"/>.</summary>
    public TensorType Activations { get; init; } = TensorType.Int8;

    /// <summary>Indices of the operators in the float model whose weights take 4 bits instead of 8. Default none.</summary>
    public IReadOnlySet<int> Int4Operators { get; init; } = new HashSet<int>();

    /// <summary>
    /// The quantization of the model's int8 input, where samples are codes already and feed it as they are; null for what the calibration shows.
    /// </summary>
    public Quantization? Input { get; init; }

    /// <summary>What no kernel can run; null when there is nothing.</summary>
    internal string? Problem => (Activations, Int4Operators.Count) switch
    {
        (TensorType.Int8, _) or (TensorType.Int16, 0) => null,
        (TensorType.Int16, _) => "No kernel takes int4 weights with int16 activations.",
        _ => $"Activations are {Activations}; expected Int8 or Int16.",
    };
}
