using System.Globalization;
using System.Text;

namespace Tiny.Bench.Boards.Links;

/// <summary>Bytes as one line of ASCII: <c>\r</c>, <c>\n</c>, <c>\\</c>, and <c>\xNN</c> for what cannot be printed.</summary>
/// <remarks>Boards/docs/protocol.md, section 9. Every byte string has exactly one spelling; hexadecimal is lower case.</remarks>
internal static class EscapedBytes
{
    private const byte FirstPrinted = 0x20;
    private const byte LastPrinted = 0x7E;

    /// <summary>Appends the spelling.</summary>
    public static void Append(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            _ = value switch
            {
                (byte)'\r' => text.Append(@"\r"),
                (byte)'\n' => text.Append(@"\n"),
                (byte)'\\' => text.Append(@"\\"),
                >= FirstPrinted and <= LastPrinted => text.Append((char)value),
                _ => text.Append(CultureInfo.InvariantCulture, $@"\x{value:x2}"),
            };
        }
    }

    /// <summary>Reads a spelling; hexadecimal of either case.</summary>
    /// <returns>False when an escape is unknown or cut, or a character is not printable ASCII.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        var read = new List<byte>(text.Length);
        while (!text.IsEmpty)
        {
            char first = text[0];
            if (first is < (char)FirstPrinted or > (char)LastPrinted)
                return false;
            if (first != '\\')
            {
                read.Add((byte)first);
                text = text[1..];
                continue;
            }

            if (!TryParseEscape(text, out byte value, out int length))
                return false;
            read.Add(value);
            text = text[length..];
        }

        bytes = [.. read];
        return true;
    }

    private static bool TryParseEscape(ReadOnlySpan<char> text, out byte value, out int length)
    {
        (value, length) = (text.Length > 1 ? text[1] : '\0') switch
        {
            'r' => ((byte)'\r', 2),
            'n' => ((byte)'\n', 2),
            '\\' => ((byte)'\\', 2),
            _ => ((byte)0, 4),
        };
        return length == 2
            || (text.Length >= 4 && text[1] == 'x'
                && byte.TryParse(text.Slice(2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value));
    }
}
