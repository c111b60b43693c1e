using System.Runtime.InteropServices;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board with our firmware: checked uploads, raw outputs, a look at every operator.</summary>
public sealed class ExtendedBoardSystem : IOperatorTracing, IArenaGuarded
{
    private readonly ExtendedDevice _device;
    private readonly BoardModel _model;
    private readonly LinkRecovery _recovery;
    private readonly OfficialDevice _official;
    private ReadOnlyMemory<byte> _loaded;

    /// <summary>Drives a device whose plan is the model's.</summary>
    /// <param name="name">Model and target.</param>
    /// <param name="device">In step; the caller closes it.</param>
    /// <param name="model">What it runs.</param>
    /// <param name="kind">What its times are worth.</param>
    /// <param name="instructionShift">Of an emulator, see <see cref="TickClock"/>; null for hardware.</param>
    public ExtendedBoardSystem(string name, ExtendedDevice device, BoardModel model, RunKind kind, int? instructionShift = null)
    {
        Name = name;
        Kind = kind;
        Clock = new TickClock(device.Capabilities.TimerHertz, instructionShift);
        _device = device;
        _model = model;
        _official = new OfficialDevice(device.Connection);
        _recovery = new LinkRecovery(device.Connection.SynchroniseByNumberAsync);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public RunKind Kind { get; }

    /// <inheritdoc/>
    public TickClock Clock { get; }

    /// <inheritdoc/>
    public bool TakesRawSamples => true;

    /// <inheritdoc/>
    public int InputByteCount => _model.InputBytes;

    /// <inheritdoc/>
    public QuantizationParameters? InputQuantization => null;

    /// <inheritdoc/>
    public QuantizationParameters? OutputQuantization => _model.OutputQuantization;

    /// <summary>What the link lost and was made good.</summary>
    public IReadOnlyList<string> Incidents => _recovery.Incidents;

    /// <inheritdoc/>
    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _recovery.RunAsync(
            async ct =>
            {
                RunReply reply = await RunAsync(input, ct);
                byte[] output = reply.Output ?? await FetchOutputAsync(reply.OutputCrc, ct);
                return new InferenceResult(Scores(output), output);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        _loaded = input.ToArray();
        await _device.UploadAsync(UploadSlot.Data, _loaded, progress: null, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken)
    {
        // Not repeated: a batch that was disturbed is no measurement.
        InferReply reply = await _official.InferAsync(count, warmup, cancellationToken);
        return reply.Elapsed ?? throw new SystemUnderTestException(
            Name, "gives no m-lap-us lines; expected performance firmware, and this one was built for energy mode");
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OperatorTrace>> TraceAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _recovery.RunAsync<IReadOnlyList<OperatorTrace>>(
            async ct =>
            {
                await _device.UploadAsync(UploadSlot.Data, input, progress: null, ct);
                IReadOnlyList<OperatorReply> operators = await _device.TraceAsync(ct);
                return [.. operators.Select(reply => new OperatorTrace(reply.Index, reply.OutputCrc, reply.Ticks))];
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<byte[]> FetchOutputAsync(int operatorIndex, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _recovery.RunAsync(
            async ct =>
            {
                await _device.UploadAsync(UploadSlot.Data, input, progress: null, ct);
                TensorReply tensor = await _device.StopAfterAsync(operatorIndex, ct);
                return await DumpAsync(tensor.Tensor, tensor.ByteCount, tensor.Crc, ct);
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> CountTicksAsync(CancellationToken cancellationToken) =>
        _recovery.RunAsync(
            async ct =>
            {
                if (_recovery.Incidents.Count > 0)
                    await _device.UploadAsync(UploadSlot.Data, _loaded, progress: null, ct);
                return (await _device.RunAsync(ct)).Ticks;
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ArenaGuard?> ReadGuardAsync(CancellationToken cancellationToken) => _recovery.RunAsync(_device.GuardAsync, cancellationToken);

    private async ValueTask<RunReply> RunAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        if (input.Length <= _device.Capabilities.FrameBytes)
            return await _device.RunAsync(input, ct);
        await _device.UploadAsync(UploadSlot.Data, input, progress: null, ct);
        return await _device.RunAsync(ct);
    }

    private ValueTask<byte[]> FetchOutputAsync(uint crc, CancellationToken ct) => DumpAsync(_model.OutputTensor, _model.OutputBytes, crc, ct);

    private async ValueTask<byte[]> DumpAsync(int tensor, int byteCount, uint crc, CancellationToken ct)
    {
        byte[] bytes = await _device.DumpAsync(tensor, byteCount, ct);
        return Crc32.Of(bytes) == crc
            ? bytes
            : throw new ProtocolException($"{Name}, tb dump {tensor}", $"gives bytes with another CRC-32; expected {crc:x8}");
    }

    private float[] Scores(byte[] output)
    {
        if (_model.OutputQuantization is not { } quantization)
            return MemoryMarshal.Cast<byte, float>(output).ToArray();
        var scores = new float[output.Length];
        for (int index = 0; index < scores.Length; index++)
            scores[index] = quantization.Dequantize((sbyte)output[index]);
        return scores;
    }
}
