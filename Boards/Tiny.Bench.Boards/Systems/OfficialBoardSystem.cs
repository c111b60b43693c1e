using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board that speaks MLPerf Tiny's protocol and no more: judged on what it prints.</summary>
public sealed class OfficialBoardSystem : ISystemUnderTest
{
    private readonly OfficialDevice _device;
    private readonly BoardModel _model;
    private readonly bool _verify;
    private readonly LinkRecovery _recovery;

    /// <summary>Drives a device that was identified and runs the model.</summary>
    /// <param name="name">Model and target.</param>
    /// <param name="device">In step; the caller closes it.</param>
    /// <param name="model">What it runs.</param>
    /// <param name="kind">What its times are worth.</param>
    /// <param name="verify">Whether every upload is read back and every result asked for twice: for links that flip bits.</param>
    public OfficialBoardSystem(string name, OfficialDevice device, BoardModel model, RunKind kind, bool verify = false)
    {
        Name = name;
        Kind = kind;
        _device = device;
        _model = model;
        _verify = verify;
        _recovery = new LinkRecovery(async ct => await device.Connection.SynchroniseByNameAsync(ct));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public RunKind Kind { get; }

    /// <inheritdoc/>
    public bool TakesRawSamples => true;

    /// <inheritdoc/>
    public int InputByteCount => _model.InputBytes;

    /// <inheritdoc/>
    public QuantizationParameters? InputQuantization => null;

    /// <inheritdoc/>
    public QuantizationParameters? OutputQuantization => null;

    /// <summary>What the link lost and was made good.</summary>
    public IReadOnlyList<string> Incidents => _recovery.Incidents;

    /// <inheritdoc/>
    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _recovery.RunAsync(
            async ct =>
            {
                await UploadAsync(input, ct);
                InferReply reply = await _device.InferAsync(1, 0, ct);
                if (_verify && !reply.Results.SequenceEqual(await _device.ResultsAsync(ct)))
                    throw new ProtocolException($"{Name}, results", "prints another result than infer did; expected the same");
                return new InferenceResult([.. reply.Results.Select(value => (float)value)], ReadOnlyMemory<byte>.Empty);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        await _recovery.RunAsync(
            async ct =>
            {
                await UploadAsync(input, ct);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken)
    {
        // Not repeated: a batch that was disturbed is no measurement, and its input may be gone.
        InferReply reply = await _device.InferAsync(count, warmup, cancellationToken);
        return reply.Elapsed ?? throw new SystemUnderTestException(
            Name, "gives no m-lap-us lines; expected performance firmware, and this one was built for energy mode");
    }

    private async ValueTask UploadAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        await _device.LoadAsync(input, ct);
        if (_verify || !_device.LoadWasConfirmed)
            await _device.RequireLoadedAsync(input, ct);
    }
}
