using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Probing;

/// <summary>Asks a device who it is, in the words of the official protocol.</summary>
/// <remarks>
/// Boards/docs/protocol.md, sections 2 to 4, 7.1 and 8. Nothing but <c>name%</c>, <c>profile%</c> and, to our own firmware, <c>tb caps%</c> is
/// ever sent, so never an empty command. It is quicker to give up than <see cref="DeviceConnection.SynchroniseByNameAsync"/>, which knows that a
/// device is there: one silent command ends it.
/// </remarks>
internal sealed class ProbeDialogue(DeviceConnection connection, TimeSpan patience, TimeProvider time)
{
    // A byte that was sent at a wrong speed, or the half of a command that a broken run left behind, spoils one command.
    private const int Attempts = 3;
    private const string OurVendor = "Tiny.Bench";

    /// <summary>The device's answer; null when nothing that speaks the protocol is there.</summary>
    public async Task<ProbeAnswer?> AskAsync(CancellationToken ct)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            (NameMessage? name, bool spoke) = await AskAsync<NameMessage>("name", NameMessage.TryParse, ct);
            if (name is { Vendor: var vendor })
                return await DescribeAsync(vendor, ct);
            if (!spoke)
                return null;
        }

        return null;
    }

    private async Task<ProbeAnswer> DescribeAsync(string vendor, CancellationToken ct)
    {
        ModelMessage? model = (await AskAsync<ModelMessage>("profile", ModelMessage.TryParse, ct)).Value;
        ExtensionMessage? board = vendor == OurVendor ? (await AskAsync<ExtensionMessage>("tb caps", TryParseBoard, ct)).Value : null;
        return new ProbeAnswer(vendor, model?.Id, board?.Value);
    }

    // The wanted line counts, wherever in the replies it comes: boot text that is late shifts them by one, and so does a second m-ready.
    private async Task<(T? Value, bool Spoke)> AskAsync<T>(string command, DeviceReply.Parser<T> parser, CancellationToken ct)
        where T : struct
    {
        // For the whole answer: a device that chatters without end would keep each line's own deadline.
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        bool spoke = false;
        try
        {
            DeviceReply reply = await connection.ExchangeAsync(command, either.Token);
            while (true)
            {
                spoke = true;
                if (reply.TryFind(parser, out T message))
                    return (message, spoke);
                if (reply.Error is not null)
                    return (null, spoke);
                reply = await connection.ReadReplyAsync(command, patience, either.Token);
            }
        }
        catch (Exception silence) when (silence is LinkTimeoutException or ProtocolException || (silence is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, spoke);
        }
    }

    private static bool TryParseBoard(ReadOnlySpan<byte> line, out ExtensionMessage message) =>
        ExtensionMessage.TryParse(line, out message) && message.Key == "board";
}
