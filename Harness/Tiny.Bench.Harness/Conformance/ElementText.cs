using System.Globalization;
using System.Runtime.InteropServices;
using Tiny.Bench.Reference;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>One element of a tensor as reports write it.</summary>
internal static class ElementText
{
    /// <summary>A code as a whole number, a FLOAT32 with as many digits as tell it from its neighbours.</summary>
    public static string Of(TensorType type, ReadOnlySpan<byte> element) => (type, element.Length) switch
    {
        (TensorType.Float32, sizeof(float)) => MemoryMarshal.Read<float>(element).ToString("R", CultureInfo.InvariantCulture),
        (TensorType.UInt8, sizeof(byte)) => element[0].ToString(CultureInfo.InvariantCulture),
        (_, sizeof(sbyte)) => ((sbyte)element[0]).ToString(CultureInfo.InvariantCulture),
        (_, sizeof(short)) => MemoryMarshal.Read<short>(element).ToString(CultureInfo.InvariantCulture),
        (_, sizeof(int)) => MemoryMarshal.Read<int>(element).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToHexStringLower(element),
    };
}
