using System.Text;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Commands and replies over a link, as text.</summary>
internal static class Dialogue
{
    /// <summary>Everything up to and with the next <c>m-ready</c>.</summary>
    public static async Task<string> ReadReplyAsync(this ISerialPort port, CancellationToken ct)
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (!text.ToString().EndsWith("m-ready\r\n", StringComparison.Ordinal))
        {
            await port.ReadAsync(one, ct);
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    /// <summary>The reply to a command, given without its percent sign.</summary>
    public static async Task<string> AskAsync(this ISerialPort port, string command, CancellationToken ct)
    {
        await port.WriteAsync(Encoding.ASCII.GetBytes($"{command}%"), ct);
        return await port.ReadReplyAsync(ct);
    }
}
