using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>e-[text]</c>: the device refused something (protocol.md section 2).</summary>
/// <param name="Text">Its reason, as printed.</param>
public readonly record struct ErrorMessage(string Text)
{
    /// <summary>Reads the message from anywhere in a line, or the official "Supplied buffer size" complaint, which lacks the <c>e-</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ErrorMessage message)
    {
        if (Bracketed.TryFind(line, "e-["u8, out ReadOnlySpan<byte> value))
        {
            message = new ErrorMessage(Encoding.UTF8.GetString(value));
            return true;
        }

        int complaint = line.IndexOf("Supplied buffer size "u8);
        message = complaint < 0 ? default : new ErrorMessage(Encoding.UTF8.GetString(line[complaint..]));
        return complaint >= 0;
    }
}
