using System.Collections.Immutable;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Models.Writing;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Post-training quantization: from a float model and what its tensors hold to an integer model.</summary>
/// <remarks>
/// Weights are symmetric, per channel for convolutions; int8 activations asymmetric, int16 ones symmetric; a bias has the scale of input
/// times weights. Inputs and outputs of the model are integers too. What 4-bit weights change in the mean of a channel, its bias takes back.
/// </remarks>
public static class Quantizer
{
    private const string Description = "Quantized by Tiny.Bench.";

    /// <summary>Quantizes a model.</summary>
    /// <param name="model">A float model of one graph.</param>
    /// <param name="calibration">What <see cref="Calibrator"/> found.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The model, which the reference has prepared once: every operator has a kernel. Its bytes are the file.</returns>
    /// <exception cref="QuantizationException">The model is quantized already, or holds what cannot be.</exception>
    /// <exception cref="ModelFormatException">An operator cannot be quantized, or not with these types.</exception>
    /// <exception cref="ArgumentException">The options ask for int4 weights with int16 activations, or for other activations.</exception>
    public static TfliteModel Quantize(TfliteModel model, Calibration calibration, QuantizerOptions? options = null)
    {
        options ??= new QuantizerOptions();
        if (options.Problem is { } problem)
            throw new ArgumentException(problem, nameof(options));
        ModelSubgraph graph = new GraphQuantizer(FloatGraph.Of(model), calibration, options).Build();
        byte[] file = TfliteWriter.Write([graph], Description, ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty);
        var quantized = TfliteModel.Parse(file, model.Source);
        _ = new Interpreter(quantized);
        return quantized;
    }
}
