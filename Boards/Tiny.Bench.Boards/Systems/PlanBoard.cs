using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board with our firmware that is given one small plan after the other: single operators (protocol.md section 7.9). Owns its port.</summary>
public sealed class PlanBoard : IAsyncDisposable
{
    private readonly ExtendedDevice _device;
    private readonly LinkRecovery _recovery;

    private PlanBoard(ExtendedDevice device)
    {
        _device = device;
        _recovery = new LinkRecovery(device.Connection.SynchroniseByNumberAsync);
    }

    /// <summary>What the firmware says of itself.</summary>
    public Capabilities Capabilities => _device.Capabilities;

    /// <summary>What the link lost and was made good.</summary>
    public IReadOnlyList<string> Incidents => _recovery.Incidents;

    /// <summary>Takes over a port and asks who is there.</summary>
    /// <param name="port">Open; closed by the board, also when this fails.</param>
    /// <param name="options">How it is driven.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="SystemUnderTestException">The firmware lacks our extension, or has no memory for plans.</exception>
    /// <exception cref="TinyBenchException">The link failed, or what answers is no device of this protocol.</exception>
    public static async ValueTask<PlanBoard> OpenAsync(ISerialPort port, BoardOptions options, TimeProvider time, CancellationToken ct)
    {
        var connection = new DeviceConnection(port, options.Timeouts, time);
        try
        {
            await new OfficialDevice(connection).IdentifyAsync(ct);
            ExtendedDevice device = await BoardSession.TryExtendAsync(connection, ct) ?? throw new SystemUnderTestException(
                port.Name, "runs no single operators; expected firmware with our extension. tinybench run --mode accuracy judges what it prints");
            return device.Capabilities.PlanBytes > 0
                ? new PlanBoard(device)
                : throw new SystemUnderTestException(port.Name, "takes no plans; expected firmware with memory for them (plan-bytes above 0)");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Why a plan cannot be run here; null when the board has the memory for it.</summary>
    public string? FindShortage(PlanInput input)
    {
        return Shortage("plan memory", input.Plan.Length, Capabilities.PlanBytes)
            ?? Shortage("input buffer", input.Upload.Length, Capabilities.DataBytes)
            ?? Shortage("arena", input.ArenaBytes, Capabilities.ArenaBytes);

        static string? Shortage(string memory, int needed, int available) =>
            needed > available ? $"needs {needed} bytes of {memory}; the board has {available}" : null;
    }

    /// <summary>Uploads a plan and its input, runs it, and fetches the output unless its CRC-32 is the expected one.</summary>
    /// <param name="input">Fits the board.</param>
    /// <param name="expectedCrc">Of the first output.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="TinyBenchException">The link or the board failed.</exception>
    public ValueTask<PlanOutcome> RunAsync(PlanInput input, uint expectedCrc, CancellationToken ct) => _recovery.RunAsync(
        async token =>
        {
            await _device.UploadAsync(UploadSlot.Plan, input.Plan, progress: null, token);
            if (await _device.FindPlanFaultAsync(token) is { } fault)
                return new PlanOutcome(IsEqual: false, Output: null, Guard: null) { Refusal = fault };
            RunReply reply = await RunAsync(input.Upload, token);
            bool isEqual = reply.OutputCrc == expectedCrc;
            return new PlanOutcome(
                isEqual,
                isEqual ? null : await FetchAsync(input, reply, token),
                await _device.GuardAsync(token));
        },
        ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _device.Connection.DisposeAsync();

    private async ValueTask<byte[]> FetchAsync(PlanInput input, RunReply reply, CancellationToken ct)
    {
        byte[] output = reply.Output ?? await _device.DumpAsync(input.OutputTensor, input.OutputBytes, ct);
        return Crc32.Of(output) == reply.OutputCrc
            ? output
            : throw new ProtocolException($"{_device.Connection.Name}, tb dump {input.OutputTensor}", $"gives bytes with another CRC-32; expected {reply.OutputCrc:x8}");
    }

    private async ValueTask<RunReply> RunAsync(ReadOnlyMemory<byte> upload, CancellationToken ct)
    {
        if (upload.Length <= Capabilities.FrameBytes)
            return await _device.RunAsync(upload, ct);
        await _device.UploadAsync(UploadSlot.Data, upload, progress: null, ct);
        return await _device.RunAsync(ct);
    }
}
