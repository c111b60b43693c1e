using System.Globalization;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Protocol;

/// <content>Reading answers; whatever does not fit is a <see cref="ProtocolException"/>.</content>
public sealed partial class ExtendedDevice
{
    private ValueTask<DeviceReply> AskAsync(string command, CancellationToken ct) => AskAsync(command, default, null, ct);

    private async ValueTask<DeviceReply> AskAsync(string command, ReadOnlyMemory<byte> payload, TimeSpan? timeout, CancellationToken ct)
    {
        DeviceReply reply = await _connection.ExchangeAsync(command, payload, timeout, ct);
        if (reply.TellsOfBoot)
            throw Unexpected(reply, "an answer, and no restart");
        return reply.Error is null ? reply : throw Unexpected(reply, "no error");
    }

    private static List<ExtensionMessage> Messages(DeviceReply reply, string key) =>
        reply.FindAll<ExtensionMessage>(ExtensionMessage.TryParse).FindAll(message => string.Equals(message.Key, key, StringComparison.Ordinal));

    private ExtensionMessage Message(DeviceReply reply, string key) =>
        Messages(reply, key) is [var message] ? message : throw Unexpected(reply, $"one m-tb-{key}-[...] with its CRC");

    private long Number(DeviceReply reply, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw Unexpected(reply, $"a number, not \"{text}\"");

    private uint Crc(DeviceReply reply, string text) =>
        uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint crc) ? crc : throw Unexpected(reply, $"a CRC, not \"{text}\"");

    private byte[] Bytes(DeviceReply reply, string hex)
    {
        try
        {
            return Convert.FromHexString(hex);
        }
        catch (FormatException)
        {
            throw Unexpected(reply, $"hexadecimal digits, not \"{hex}\"");
        }
    }

    private ProtocolException Unexpected(DeviceReply reply, string expected) =>
        new($"{_connection.Name}, {reply.Command}", $"answers {reply.Quote()}; expected {expected}");
}
