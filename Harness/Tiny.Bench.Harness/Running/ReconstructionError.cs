using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Running;

/// <summary>The anomaly score of an autoencoder: how badly it gives its input back.</summary>
internal static class ReconstructionError
{
    /// <summary>Mean over all outputs of (output - input) squared, summed in double.</summary>
    /// <param name="values">The real input, before quantization.</param>
    /// <param name="result">Raw codes are dequantized when the system says how; otherwise its scores are the outputs.</param>
    /// <param name="system">Who answered.</param>
    /// <exception cref="SystemUnderTestException">There are not as many outputs as inputs, or the error is not finite.</exception>
    /// <remarks>Source: MLPerf Tiny reference firmware of ad01, th_results.</remarks>
    public static double Of(ReadOnlySpan<float> values, InferenceResult result, ISystemUnderTest system)
    {
        // Official firmware computes the error itself and prints nothing else.
        if (result.Output.IsEmpty && result.Scores is [var printed])
            return Finite(printed, system);

        ReadOnlySpan<float> outputs = Outputs(result, system.OutputQuantization);
        if (outputs.Length != values.Length)
            throw new SystemUnderTestException(system.Name, $"gives {outputs.Length} outputs; expected {values.Length}, one for each input value");

        double sum = 0;
        for (int index = 0; index < outputs.Length; index++)
        {
            double difference = (double)outputs[index] - values[index];
            sum += difference * difference;
        }

        return Finite(sum / outputs.Length, system);
    }

    private static double Finite(double mean, ISystemUnderTest system) =>
        double.IsFinite(mean) ? mean : throw new SystemUnderTestException(system.Name, $"gives outputs with the mean squared error {mean}; expected a finite one");

    private static ReadOnlySpan<float> Outputs(InferenceResult result, QuantizationParameters? quantization)
    {
        if (quantization is not { } parameters || result.Output.IsEmpty)
            return result.Scores;
        ReadOnlySpan<sbyte> codes = MemoryMarshal.Cast<byte, sbyte>(result.Output.Span);
        var outputs = new float[codes.Length];
        for (int index = 0; index < outputs.Length; index++)
            outputs[index] = parameters.Dequantize(codes[index]);
        return outputs;
    }
}
