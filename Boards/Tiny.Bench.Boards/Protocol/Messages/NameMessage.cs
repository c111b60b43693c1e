using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-name-dut-[vendor]</c>: who made the firmware (protocol.md section 4).</summary>
/// <param name="Vendor">Free text; bytes that are no UTF-8 are replaced.</param>
public readonly record struct NameMessage(string Vendor)
{
    /// <summary>Reads the message from anywhere in a line.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out NameMessage message)
    {
        bool found = Bracketed.TryFind(line, "m-name-dut-["u8, out ReadOnlySpan<byte> value);
        message = found ? new NameMessage(Encoding.UTF8.GetString(value)) : default;
        return found;
    }
}
