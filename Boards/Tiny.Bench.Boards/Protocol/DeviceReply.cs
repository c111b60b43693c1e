using System.Text;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>What a device said to one command, without the closing <c>m-ready</c>.</summary>
/// <param name="Command">The command as it was sent, without <c>%</c>.</param>
/// <param name="Lines">In order; CR and NUL are dropped, empty lines are kept.</param>
public sealed record DeviceReply(string Command, IReadOnlyList<byte[]> Lines)
{
    /// <summary>A method that reads one kind of message from a line.</summary>
    internal delegate bool Parser<T>(ReadOnlySpan<byte> line, out T message);

    /// <summary>The first <c>e-[...]</c> of the reply; null when there is none.</summary>
    public string? Error => TryFind<ErrorMessage>(ErrorMessage.TryParse, out ErrorMessage error) ? error.Text : null;

    /// <summary>Whether the device told of a start: it was reset while it should have answered (protocol.md section 3).</summary>
    public bool TellsOfBoot => Lines.Any(line => line.AsSpan().IndexOf("m-init-done"u8) >= 0 || line.AsSpan().IndexOf("m-timestamp-mode-"u8) >= 0);

    /// <summary>The first message of a kind.</summary>
    internal bool TryFind<T>(Parser<T> parser, out T message)
    {
        foreach (byte[] line in Lines)
        {
            if (parser(line, out message))
                return true;
        }

        message = default!;
        return false;
    }

    /// <summary>All messages of a kind, in order.</summary>
    internal List<T> FindAll<T>(Parser<T> parser)
    {
        var messages = new List<T>();
        foreach (byte[] line in Lines)
        {
            if (parser(line, out T message))
                messages.Add(message);
        }

        return messages;
    }

    /// <summary>The reply as errors quote it: the start of what came, one line.</summary>
    internal string Quote()
    {
        const int longest = 120;
        string text = string.Join(" | ", Lines.Select(Encoding.UTF8.GetString));
        string printable = string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
        return printable.Length <= longest ? $"\"{printable}\"" : $"\"{printable[..longest]}...\"";
    }
}
