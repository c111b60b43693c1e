using System.Buffers.Binary;
using System.Globalization;
using Tiny.Bench.Boards.Protocol.Messages;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>The commands of our extension (protocol.md section 7), each answer checked by its CRC.</summary>
/// <remarks>Each call is one attempt, <see cref="UploadAsync"/> apart, which sends lost frames again.</remarks>
public sealed partial class ExtendedDevice
{
    private readonly DeviceConnection _connection;

    private ExtendedDevice(DeviceConnection connection, Capabilities capabilities)
    {
        _connection = connection;
        Capabilities = capabilities;
    }

    /// <summary>The link.</summary>
    public DeviceConnection Connection => _connection;

    /// <summary>What the firmware said of itself last.</summary>
    public Capabilities Capabilities { get; private set; }

    /// <summary>Asks whether the firmware has the extension; null when it does not know it.</summary>
    /// <param name="connection">In step.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ProtocolException">It has an extension that this harness cannot speak.</exception>
    public static async ValueTask<ExtendedDevice?> TryOpenAsync(DeviceConnection connection, CancellationToken ct) =>
        await ReadCapabilitiesAsync(connection, ct) is { } capabilities ? new ExtendedDevice(connection, capabilities) : null;

    /// <summary>Asks again: after an upload of a plan, or a reset.</summary>
    public async ValueTask RefreshAsync(CancellationToken ct) =>
        Capabilities = await ReadCapabilitiesAsync(_connection, ct) ?? throw new ProtocolException($"{_connection.Name}, tb caps", "is not known any more");

    /// <summary>One inference on the data at hand.</summary>
    public ValueTask<RunReply> RunAsync(CancellationToken ct) => RunAsync("tb run", default, ct);

    /// <summary>Uploads an input of one frame and runs it, in one exchange.</summary>
    /// <param name="input">At most <see cref="Capabilities.FrameBytes"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    public ValueTask<RunReply> RunAsync(ReadOnlyMemory<byte> input, CancellationToken ct) =>
        RunAsync(Command($"tb run {input.Length} {FrameCrc(0, input.Span):x8}"), input, ct);

    /// <summary>One inference on the data at hand, operator by operator.</summary>
    public async ValueTask<IReadOnlyList<OperatorReply>> TraceAsync(CancellationToken ct)
    {
        DeviceReply reply = await AskAsync("tb trace", default, _connection.Timeouts.Inference, ct);
        var operators = new List<OperatorReply>();
        foreach (ExtensionMessage message in Messages(reply, "op"))
        {
            if (message.Items is not [var index, var code, var tensor, var ticks, var crc])
                throw Unexpected(reply, "m-tb-op-[index,code,tensor,ticks,crc]");
            operators.Add(new OperatorReply(
                (int)Number(reply, index), (int)Number(reply, code), (int)Number(reply, tensor), Number(reply, ticks), Crc(reply, crc)));
        }

        bool complete = operators.Count == Capabilities.Plan?.Operators && operators.Index().All(pair => pair.Item.Index == pair.Index);
        return complete ? operators : throw Unexpected(reply, $"{Capabilities.Plan?.Operators} operators in order, not {operators.Count}");
    }

    /// <summary>Runs the operators up to and with <paramref name="index"/>.</summary>
    public async ValueTask<TensorReply> StopAfterAsync(int index, CancellationToken ct)
    {
        DeviceReply reply = await AskAsync(Command($"tb stop {index}"), default, _connection.Timeouts.Inference, ct);
        return Message(reply, "stop").Items is [var at, var tensor, var bytes, var crc] && Number(reply, at) == index
            ? new TensorReply((int)Number(reply, tensor), (int)Number(reply, bytes), Crc(reply, crc))
            : throw Unexpected(reply, $"m-tb-stop-[{index},tensor,bytes,crc]");
    }

    /// <summary>Fetches a tensor as the last command left it.</summary>
    /// <param name="tensor">Plan index.</param>
    /// <param name="byteCount">All its bytes.</param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<byte[]> DumpAsync(int tensor, int byteCount, CancellationToken ct)
    {
        var bytes = new byte[byteCount];
        for (int offset = 0; offset < byteCount; offset += Capabilities.FrameBytes)
            await DumpAsync(tensor, offset, bytes.AsMemory(offset, Math.Min(Capabilities.FrameBytes, byteCount - offset)), ct);
        return bytes;
    }

    /// <summary>Bytes in use.</summary>
    public async ValueTask<MemoryReply> MemoryAsync(CancellationToken ct)
    {
        DeviceReply reply = await AskAsync("tb mem", ct);
        long?[] figures = [.. Message(reply, "mem").Items.Select(item => item is "-" ? (long?)null : Number(reply, item))];
        return figures is [var flash, var ram, var arena, var arenaTotal, var stack, var stackTotal]
            ? new MemoryReply(flash, ram, arena, arenaTotal, stack, stackTotal)
            : throw Unexpected(reply, "six figures");
    }

    /// <summary>The guard bytes behind the arena; null of firmware from before they were there.</summary>
    public async ValueTask<ArenaGuard?> GuardAsync(CancellationToken ct)
    {
        const string command = "tb guard";
        DeviceReply reply = await _connection.ExchangeAsync(command, ct);
        if (reply.Error is "tb guard: unknown command")
            return null;
        if (reply.TellsOfBoot || reply.Error is not null || Message(reply, "guard").Items is not [var bytes, var damaged])
            throw Unexpected(reply, "m-tb-guard-[bytes,damaged]");
        return new ArenaGuard(Number(reply, bytes), Number(reply, damaged));
    }

    private async ValueTask DumpAsync(int tensor, int offset, Memory<byte> destination, CancellationToken ct)
    {
        string command = Command($"tb dump {tensor} {offset} {destination.Length}");
        await _connection.SendAsync(command, default, ct);
        byte[] first = await _connection.ReadLineAsync($"m-tb-dump after {command}", _connection.Timeouts.Line, ct);
        if (!ExtensionMessage.TryParse(first, out ExtensionMessage message) || message.Items is not [_, _, _, var crc]
            || message.Key is not "dump" || message.Value[..message.Value.LastIndexOf(',')] != Command($"{tensor},{offset},{destination.Length}"))
        {
            throw Unexpected(new DeviceReply(command, [first]), $"m-tb-dump-[{tensor},{offset},{destination.Length},crc]");
        }

        await _connection.ReadRawAsync(destination, $"{destination.Length} bytes after {command}", _connection.Timeouts.Line, ct);
        DeviceReply end = await _connection.ReadReplyAsync(command, _connection.Timeouts.Line, ct);
        if (Protocol.Crc32.Of(destination.Span) != Crc(end, crc))
            throw Unexpected(end, $"bytes with CRC-32 {crc}");
    }

    private async ValueTask<RunReply> RunAsync(string command, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        DeviceReply reply = await AskAsync(command, input, _connection.Timeouts.Inference, ct);
        if (Message(reply, "run").Items is not [var ticks, var crc, var hex])
            throw Unexpected(reply, "m-tb-run-[ticks,crc,bytes]");
        byte[]? output = hex.Length == 0 ? null : Bytes(reply, hex);
        uint expected = Crc(reply, crc);
        if (output is not null && Protocol.Crc32.Of(output) != expected)
            throw Unexpected(reply, $"bytes with CRC-32 {crc}");
        return new RunReply(Number(reply, ticks), expected, output);
    }

    // Asked twice unless the refusal is the official firmware's own: a damaged question or answer must not turn a board of ours into
    // one that only prints.
    private static async ValueTask<Capabilities?> ReadCapabilitiesAsync(DeviceConnection connection, CancellationToken ct)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int asked = 0; asked < 2 && values.Count == 0; asked++)
        {
            DeviceReply reply = await connection.ExchangeAsync("tb caps", ct);
            if (reply.Error is "Unknown command: tb")
                return null;
            foreach (ExtensionMessage message in reply.FindAll<ExtensionMessage>(ExtensionMessage.TryParse))
                values[message.Key] = message.Value;
        }

        return values.Count == 0 ? null : Protocol.Capabilities.Read(connection.Name, values);
    }

    private static uint FrameCrc(int offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> place = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(place, offset);
        BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], bytes.Length);
        return Protocol.Crc32.Of(place, bytes);
    }

    private static string Command(FormattableString command) => command.ToString(CultureInfo.InvariantCulture);
}
