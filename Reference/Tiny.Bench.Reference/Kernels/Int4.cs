namespace Tiny.Bench.Reference.Kernels;

/// <summary>Two's-complement 4-bit values, two to a byte.</summary>
public static class Int4
{
    /// <summary>The highest value; symmetric codes go from its negative to it.</summary>
    public const int Highest = 7;

    /// <summary>Packs in flat order: element 2k into the low nibble, 2k+1 into the high one; an odd count leaves the last high nibble 0.</summary>
    /// <param name="values">Each in [-8, 7].</param>
    /// <remarks>Source: tflite portable_tensor_utils.cc, PackInt8IntoDenseInt.</remarks>
    public static byte[] Pack(ReadOnlySpan<sbyte> values)
    {
        var packed = new byte[(values.Length + 1) / 2];
        for (int at = 0; at < values.Length; at++)
            packed[at / 2] |= (byte)((values[at] & 0xF) << (at % 2 * 4));
        return packed;
    }

    /// <summary>Unpacks in flat order: element 2k from the low nibble, 2k+1 from the high one; an odd count leaves the last high nibble unread.</summary>
    /// <param name="packed">(count + 1) / 2 bytes.</param>
    /// <param name="values">One value in [-8, 7] per element.</param>
    /// <remarks>Source: tflite portable_tensor_utils.cc, UnpackDenseInt4IntoInt8.</remarks>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<sbyte> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            int pair = (sbyte)packed[index / 2];
            values[index] = (sbyte)(index % 2 == 0 ? (sbyte)(pair << 4) >> 4 : pair >> 4);
        }
    }
}
