using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Inputs;

/// <summary>From the bytes of a sample file to the bytes of an input tensor.</summary>
public static class Preprocessing
{
    /// <summary>The input tensor of a file that is one input.</summary>
    /// <param name="kind"><see cref="InputKind.Int8"/> or <see cref="InputKind.UInt8Minus128"/>.</param>
    /// <param name="file">The whole file.</param>
    /// <returns>As many bytes as the file has, each an int8 code.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind holds real values: see <see cref="FloatWindows"/>.</exception>
    public static byte[] ToInput(InputKind kind, ReadOnlySpan<byte> file)
    {
        byte[] input = file.ToArray();
        switch (kind)
        {
            case InputKind.Int8:
                return input;
            case InputKind.UInt8Minus128:
                for (int index = 0; index < input.Length; index++)
                    input[index] = unchecked((byte)(input[index] - 128));
                return input;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "The files of this kind hold real values.");
        }
    }

    /// <summary>The int8 codes of real values, one byte each.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="parameters">The quantization of the model's input.</param>
    public static byte[] Quantize(ReadOnlySpan<float> values, QuantizationParameters parameters)
    {
        var codes = new byte[values.Length];
        for (int index = 0; index < codes.Length; index++)
            codes[index] = unchecked((byte)parameters.Quantize(values[index]));
        return codes;
    }
}
