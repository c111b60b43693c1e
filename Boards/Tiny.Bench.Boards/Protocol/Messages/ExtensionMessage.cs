using System.Buffers.Text;
using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-tb-key-[value]*crc32</c>: a line of our extension, checked (protocol.md section 7).</summary>
/// <param name="Key">Lower case, with dashes: <c>timer-hz</c>.</param>
/// <param name="Value">What stands between the brackets.</param>
public readonly record struct ExtensionMessage(string Key, string Value)
{
    private const int CrcDigits = 8;

    /// <summary>Reads the message from anywhere in a line; one whose CRC does not fit is no message.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ExtensionMessage message)
    {
        message = default;
        ReadOnlySpan<byte> head = "m-tb-"u8;
        int start = line.IndexOf(head);
        int star = line.LastIndexOf("]*"u8) + 1;
        if (start < 0 || star <= start || line.Length < star + 1 + CrcDigits)
            return false;

        ReadOnlySpan<byte> text = line[start..star];
        int bracket = text.IndexOf("-["u8);
        if (bracket < head.Length
            || !Utf8Parser.TryParse(line.Slice(star + 1, CrcDigits), out uint crc, out int used, 'x') || used != CrcDigits
            || Crc32.Of(text) != crc)
            return false;

        message = new ExtensionMessage(
            Encoding.ASCII.GetString(text[head.Length..bracket]), Encoding.UTF8.GetString(text[(bracket + 2)..^1]));
        return true;
    }

    /// <summary>The value's items, which commas separate.</summary>
    public string[] Items => Value.Split(',');
}
