using System.Runtime.InteropServices;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The numbers that reference firmware prints for an inference, as they are read back from <c>m-results-[...]</c>.</summary>
/// <remarks>Source: mlcommons/tiny benchmark/reference_submissions, th_results of each task; Boards/docs/protocol.md section 6.</remarks>
public static class PrintedOutputs
{
    private const int PerUnit = 1000;

    /// <summary>The values of a classifier in the form of its task.</summary>
    /// <param name="form">Any but <see cref="ResultPrinting.MeanSquare"/>.</param>
    /// <param name="scores">Finite real values.</param>
    /// <exception cref="ArgumentOutOfRangeException">The form needs the input too.</exception>
    public static float[] Of(ResultPrinting form, ReadOnlySpan<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)form, (int)ResultPrinting.MeanSquare, nameof(form));
        var printed = new float[scores.Length];
        for (int index = 0; index < printed.Length; index++)
            printed[index] = form == ResultPrinting.Cut ? Cut(scores[index]) : Rounded(scores[index]);
        return printed;
    }

    /// <summary>The one value of an autoencoder: the mean of (output - input) squared, added up in float32 and in order as firmware does, with three digits.</summary>
    /// <param name="values">The real input.</param>
    /// <param name="outputs">As many real outputs, at least one.</param>
    public static float[] MeanSquare(ReadOnlySpan<float> values, ReadOnlySpan<float> outputs)
    {
        float sum = 0;
        for (int index = 0; index < outputs.Length; index++)
        {
            float difference = outputs[index] - values[index];
            sum += difference * difference;
        }

        return [Rounded(sum / outputs.Length)];
    }

    /// <summary>The int8 codes as numbers, which other people's firmware prints.</summary>
    public static float[] RawCodes(InferenceResult result)
    {
        ReadOnlySpan<sbyte> codes = MemoryMarshal.Cast<byte, sbyte>(result.Output.Span);
        var printed = new float[codes.Length];
        for (int index = 0; index < printed.Length; index++)
            printed[index] = codes[index];
        return printed;
    }

    // A float32 times 1000 is exact in double, and so are the ties, which printf gives to the even digit.
    private static float Rounded(float value) => (float)(Math.Round(value * (double)PerUnit, MidpointRounding.ToEven) / PerUnit);

    private static float Cut(float value) => (float)(Math.Truncate(value * (double)PerUnit) / PerUnit);
}
