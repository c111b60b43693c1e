namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>One sample as the meter writes it.</summary>
/// <param name="Value">Amperes, or joules over one sample period, as the output was set.</param>
/// <remarks>Sources: mlcommons/tiny benchmark/runner/power_manager.py, table of commands, "format"; ST UM2269.</remarks>
internal readonly record struct Lpm01aSample(double Value)
{
    private const int TextLength = 7;

    /// <summary>Reads <c>6409-07</c>: 6409 x 10^-7. The whole line, without its end.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out Lpm01aSample sample)
    {
        sample = default;
        if (line.Length != TextLength || line[4] is not ((byte)'-' or (byte)'+'))
            return false;
        if (!TryParseDigits(line[..4], out int mantissa) || !TryParseDigits(line[5..], out int exponent))
            return false;

        // The division is correctly rounded, a product with 10^-n would not be.
        double scale = Math.Pow(10, exponent);
        sample = new Lpm01aSample(line[4] == (byte)'-' ? mantissa / scale : mantissa * scale);
        return true;
    }

    /// <summary>Reads the two bytes of the binary format: <c>52 A0</c> is 0x2A0 x 16^-5. A first byte from 0xF0 on begins no sample.</summary>
    public static Lpm01aSample Of(byte high, byte low) => new(Math.ScaleB(((high & 0x0F) << 8) | low, -4 * (high >> 4)));

    private static bool TryParseDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte letter in text)
        {
            if (!char.IsAsciiDigit((char)letter))
                return false;
            value = (value * 10) + letter - '0';
        }

        return true;
    }
}
