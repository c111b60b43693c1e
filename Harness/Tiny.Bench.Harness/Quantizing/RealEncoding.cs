using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Harness.Quantizing;

/// <summary>Which real numbers the bytes of a sample file stand for, where it has one byte for each input value.</summary>
/// <param name="Kind">Whether the bytes are int8 codes, or pixels whose code is 128 less.</param>
/// <param name="Codes">The real number of a code.</param>
public sealed record RealEncoding(InputKind Kind, QuantizationParameters Codes)
{
    /// <summary>Pixels as the numbers 0 to 255.</summary>
    public static RealEncoding Pixels { get; } = new(InputKind.UInt8Minus128, new QuantizationParameters(1, sbyte.MinValue));

    /// <summary>The real number of a byte.</summary>
    public float Real(byte value) => Codes.Dequantize(unchecked((sbyte)(Kind == InputKind.UInt8Minus128 ? value - 128 : value)));
}
