using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>From real numbers to the bytes of a tensor and back.</summary>
public static class RealCodes
{
    /// <summary>The bytes of a tensor, little-endian: binary32 as it is, int8 and int16 codes to nearest with ties away from zero, clamped.</summary>
    /// <param name="values">Not NaN.</param>
    /// <param name="type"><see cref="TensorType.Float32"/>, <see cref="TensorType.Int8"/> or <see cref="TensorType.Int16"/>.</param>
    /// <param name="quantization">One scale, where the type has codes.</param>
    /// <exception cref="ArgumentException">The type is another.</exception>
    /// <remarks>The quotient is a binary32 division. Source: tflite reference/quantize.h, AffineQuantize.</remarks>
    public static byte[] Encode(ReadOnlySpan<float> values, TensorType type, Quantization quantization)
    {
        if (type == TensorType.Float32)
            return MemoryMarshal.AsBytes(values).ToArray();
        (int lowest, int highest) = type switch
        {
            TensorType.Int8 => ((int)sbyte.MinValue, (int)sbyte.MaxValue),
            TensorType.Int16 => (short.MinValue, short.MaxValue),
            _ => throw Unsupported(type),
        };
        var codes = new short[values.Length];
        for (int index = 0; index < codes.Length; index++)
        {
            float steps = MathF.Round(values[index] / quantization.Scale, MidpointRounding.AwayFromZero);
            codes[index] = (short)Math.Clamp(Math.Clamp(steps, -131072f, 131072f) + quantization.ZeroPoint, lowest, highest);
        }

        return type == TensorType.Int16 ? MemoryMarshal.AsBytes(codes.AsSpan()).ToArray() : Array.ConvertAll(codes, code => unchecked((byte)code));
    }

    /// <summary>The real numbers that a tensor stands for.</summary>
    /// <exception cref="ArgumentException">Its type is neither binary32 nor int8 nor int16.</exception>
    public static float[] Decode(Tensor tensor)
    {
        ReadOnlySpan<byte> bytes = tensor.Bytes;
        Quantization quantization = tensor.Quantization;
        return tensor.Type switch
        {
            TensorType.Float32 => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
            TensorType.Int8 => Array.ConvertAll(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray(), code => quantization.Scale * (code - quantization.ZeroPoint)),
            TensorType.Int16 => Array.ConvertAll(MemoryMarshal.Cast<byte, short>(bytes).ToArray(), code => quantization.Scale * (code - quantization.ZeroPoint)),
            _ => throw Unsupported(tensor.Type),
        };
    }

    private static ArgumentException Unsupported(TensorType type) => new($"{type.SchemaName()} holds no real numbers; expected FLOAT32, INT8 or INT16.", nameof(type));
}
