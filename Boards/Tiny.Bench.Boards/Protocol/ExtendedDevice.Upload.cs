using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Protocol;

/// <content>Checked upload that goes on after what was lost (protocol.md section 7.3).</content>
public sealed partial class ExtendedDevice
{
    private const int FrameAttempts = 8;

    /// <summary>Puts bytes into a slot; every frame is checked, a lost one is sent again.</summary>
    /// <param name="slot">Where to.</param>
    /// <param name="content">At least one byte.</param>
    /// <param name="progress">Told how many bytes are safe, after each frame; may be null.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ProtocolException">The slot is too small, or one frame did not arrive in <see cref="FrameAttempts"/> attempts.</exception>
    public async ValueTask UploadAsync(UploadSlot slot, ReadOnlyMemory<byte> content, Action<int>? progress, CancellationToken ct)
    {
        int room = slot == UploadSlot.Data ? Capabilities.DataBytes : Capabilities.PlanBytes;
        if (content.Length > room)
            throw new ProtocolException($"{_connection.Name}, tb open {Name(slot)}", $"has room for {room} bytes; expected {content.Length}");

        int sent = -1;
        int failures = 0;
        while (sent < content.Length)
        {
            try
            {
                sent = sent < 0 ? await OpenAsync(slot, content, resume: failures > 0, ct) : await PutAsync(content, sent, ct);
                failures = 0;
                progress?.Invoke(sent);
            }
            catch (TinyBenchException fault) when (LinkRecovery.CanHelp(fault) && ++failures < FrameAttempts)
            {
                await _connection.SynchroniseByNumberAsync(ct);
                sent = -1;
            }
        }
    }

    /// <summary>Has the uploaded plan checked and bound, and reads the capabilities anew.</summary>
    /// <exception cref="ProtocolException">The device finds the plan bad; says why.</exception>
    public async ValueTask CheckPlanAsync(CancellationToken ct)
    {
        if (await FindPlanFaultAsync(ct) is { } fault)
            throw new ProtocolException($"{_connection.Name}, tb check", $"finds the plan {fault}; expected it to take the plan");
        await RefreshAsync(ct);
    }

    /// <summary>Has the uploaded plan checked and bound, without asking for the capabilities anew.</summary>
    /// <returns>What the device finds wrong with it; null when it is in force.</returns>
    public async ValueTask<string?> FindPlanFaultAsync(CancellationToken ct)
    {
        DeviceReply reply = await AskAsync("tb check", ct);
        string state = Message(reply, "plan").Value;
        return state is "ok" ? null : state;
    }

    private async ValueTask<int> OpenAsync(UploadSlot slot, ReadOnlyMemory<byte> content, bool resume, CancellationToken ct)
    {
        if (resume && await HaveAsync(slot, content, ct) is { } received)
            return received;
        DeviceReply reply = await AskAsync(Command($"tb open {Name(slot)} {content.Length}"), ct);
        return Message(reply, "open").Value == Command($"{Name(slot)},{content.Length}") ? 0 : throw Unexpected(reply, $"{content.Length} bytes for {Name(slot)}");
    }

    // How much of this very content is there; null when it is another one, or none.
    private async ValueTask<int?> HaveAsync(UploadSlot slot, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        DeviceReply reply = await AskAsync("tb have", ct);
        if (Message(reply, "have").Items is not [var name, var total, var received, var crc])
            throw Unexpected(reply, "m-tb-have-[slot,bytes,received,crc]");
        if (name != Name(slot) || Number(reply, total) != content.Length || Number(reply, received) is not (var count and >= 0) || count > content.Length)
            return null;
        return Protocol.Crc32.Of(content.Span[..(int)count]) == Crc(reply, crc) ? (int)count : null;
    }

    private async ValueTask<int> PutAsync(ReadOnlyMemory<byte> content, int offset, CancellationToken ct)
    {
        ReadOnlyMemory<byte> frame = content[offset..Math.Min(offset + Capabilities.FrameBytes, content.Length)];
        string command = Command($"tb put {offset} {frame.Length} {FrameCrc(offset, frame.Span):x8}");
        DeviceReply reply = await AskAsync(command, frame, null, ct);
        int end = offset + frame.Length;
        return Number(reply, Message(reply, "put").Value) == end ? end : throw Unexpected(reply, $"m-tb-put-[{end}]");
    }

    private static string Name(UploadSlot slot) => slot == UploadSlot.Data ? "data" : "plan";
}
