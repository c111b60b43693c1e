using System.Globalization;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Protocol;

/// <content>Getting back into step (protocol.md section 8).</content>
public sealed partial class DeviceConnection
{
    private const int SynchroniseAttempts = 8;
    private const int MostStaleReplies = 32;
    private const int LongestTail = 64;
    private uint _nonce;

    /// <summary>
    /// Drains the link and asks for the name until the answer stands alone: the way that every firmware understands. A device that
    /// sends one more <c>m-ready</c> behind two answers in a row sends two behind each.
    /// </summary>
    /// <returns>The vendor.</returns>
    /// <exception cref="LinkTimeoutException">Nothing answers.</exception>
    /// <exception cref="ProtocolException">Something answers, but not as a device of this protocol does.</exception>
    public async ValueTask<string> SynchroniseByNameAsync(CancellationToken ct)
    {
        LinkTimeoutException? silence = null;
        DeviceReply? last = null;
        int doubled = 0;
        _readiesPerReply = 1;
        for (int attempt = 0; attempt < SynchroniseAttempts; attempt++)
        {
            await DrainAsync(ct);
            try
            {
                // A full command buffer, or half a command, is ended by this one, which is then unknown: the next attempt is heard.
                last = await ExchangeAsync("name", default, PatienceOf(attempt), ct);
            }
            catch (LinkTimeoutException timeout)
            {
                silence = timeout;
                continue;
            }

            if (last.FindAll<NameMessage>(NameMessage.TryParse) is not [var name] || last.TellsOfBoot)
                continue;
            byte[] tail = await ReadTailAsync(ct);
            if (tail.Length == 0)
                return name.Vendor;
            doubled = IsOneReady(tail) ? doubled + 1 : 0;
            if (doubled == 2)
            {
                _readiesPerReply = 2;
                return name.Vendor;
            }
        }

        throw last is null
            ? silence!
            : new ProtocolException($"{Name}, name", $"answers {last.Quote()}; expected one m-name-dut-[...] and one m-ready");
    }

    /// <summary>Sends <c>tb sync</c> with a fresh number until that number comes back (section 7.2); what came before it was stale.</summary>
    /// <exception cref="LinkTimeoutException">Nothing answers.</exception>
    /// <exception cref="ProtocolException">Something answers, but not with the number.</exception>
    public async ValueTask SynchroniseByNumberAsync(CancellationToken ct)
    {
        LinkTimeoutException? silence = null;
        for (int attempt = 0; attempt < SynchroniseAttempts; attempt++)
        {
            if (attempt > 0)
                await DrainAsync(ct);
            string number = (++_nonce).ToString("x", CultureInfo.InvariantCulture);
            try
            {
                if (await AnswersAsync(number, PatienceOf(attempt), ct))
                    return;
            }
            catch (LinkTimeoutException timeout)
            {
                silence = timeout;
            }
        }

        throw silence ?? new LinkTimeoutException(Name, "tb sync", Timeouts.Line);
    }

    /// <summary>Throws away what comes until nothing does, at most for <see cref="ProtocolTimeouts.Line"/>.</summary>
    public async ValueTask DrainAsync(CancellationToken ct) => await ReadTailAsync(ct);

    // The first bytes of what is thrown away: enough to tell a further m-ready from anything else.
    private async ValueTask<byte[]> ReadTailAsync(CancellationToken ct)
    {
        var tail = new List<byte>();
        Take();
        long started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < Timeouts.Line)
        {
            try
            {
                await FillAsync("silence", Timeouts.Silence, ct);
            }
            catch (LinkTimeoutException)
            {
                break;
            }

            Take();
        }

        return [.. tail];

        void Take()
        {
            int room = LongestTail - tail.Count;
            tail.AddRange(_received.AsSpan(_start, Math.Min(room, _end - _start)));
            _start = _end = 0;
        }
    }

    // Perhaps coloured, but a line and no more.
    private static bool IsOneReady(ReadOnlySpan<byte> tail) =>
        tail.Length < LongestTail && tail.IndexOf(Ready) >= 0 && tail.Count((byte)'\n') == 1 && tail[^1] == (byte)'\n';

    private async ValueTask<bool> AnswersAsync(string number, TimeSpan patience, CancellationToken ct)
    {
        await SendAsync($"tb sync {number}", default, ct);
        for (int stale = 0; stale < MostStaleReplies; stale++)
        {
            DeviceReply reply = await ReadReplyAsync("tb sync", patience, ct);
            if (reply.FindAll<ExtensionMessage>(ExtensionMessage.TryParse).Contains(new ExtensionMessage("sync", number)))
                return true;
        }

        return false;
    }

    // Short at first, for most devices answer at once; the last attempts give a slow start its time.
    private TimeSpan PatienceOf(int attempt) => attempt < 3 ? Timeouts.Line / 5 : Timeouts.Line;
}
