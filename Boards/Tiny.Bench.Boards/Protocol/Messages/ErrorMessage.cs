using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>e-[text]</c>: the device refused something (protocol.md section 2).</summary>
/// <param name="Text">Its reason, as printed.</param>
public readonly record struct ErrorMessage(string Text)
{
    /// <summary>Reads the message from anywhere in a line, or the official "Supplied buffer size" complaint, which lacks the <c>e-</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ErrorMessage message)
    {
        ReadOnlySpan<byte> head = "e-["u8;
        for (int start = 0; line[start..].IndexOf(head) is var found and >= 0; start += found + head.Length)
        {
            // After a letter it is the end of a longer word: m-profile-[...], m-tb-have-[...].
            int place = start + found;
            if ((place == 0 || !char.IsAsciiLetter((char)line[place - 1])) && Bracketed.TryFind(line[place..], head, out ReadOnlySpan<byte> value))
            {
                message = new ErrorMessage(Encoding.UTF8.GetString(value));
                return true;
            }
        }

        int complaint = line.IndexOf("Supplied buffer size "u8);
        message = complaint < 0 ? default : new ErrorMessage(Encoding.UTF8.GetString(line[complaint..]));
        return complaint >= 0;
    }
}
