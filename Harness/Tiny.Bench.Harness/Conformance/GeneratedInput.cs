using System.Runtime.InteropServices;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The inputs that golden files make from their index alone.</summary>
public static class GeneratedInput
{
    /// <summary>Bytes of a xorshift64* generator seeded by the index; the bytes are the codes.</summary>
    public static byte[] Noise(int index, int length)
    {
        ulong state = 0x9E3779B97F4A7C15 ^ ((ulong)index + 1);
        var bytes = new byte[length];
        for (int position = 0; position < length; position++)
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            bytes[position] = (byte)((state * 0x2545F4914F6CDD1D) >> 56);
        }

        return bytes;
    }

    /// <summary>The same noise as binary32, one byte an element: the byte as int8, divided by 128.</summary>
    public static byte[] FloatNoise(int index, int length)
    {
        byte[] bytes = Noise(index, length / sizeof(float));
        return MemoryMarshal.AsBytes<float>(Array.ConvertAll(bytes, value => (sbyte)value / 128f)).ToArray();
    }

    /// <summary>The same noise at an eighth of its range around the input's zero point: full-range noise saturates some nets.</summary>
    public static byte[] SoftNoise(int index, int length, int zeroPoint)
    {
        byte[] bytes = Noise(index, length);
        for (int position = 0; position < length; position++)
            bytes[position] = (byte)(sbyte)Math.Clamp(zeroPoint + ((sbyte)bytes[position] >> 3), sbyte.MinValue, sbyte.MaxValue);
        return bytes;
    }
}
