using System.Globalization;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Energy;

/// <summary>A board in energy mode with its meter: its time is the meter's, and each batch of inferences is a window between two edges of its pin.</summary>
/// <remarks>
/// A batch is: idle, <c>infer N W</c>, the edges, the result, idle. The pin must move exactly twice, and the meter must account for every sample
/// of all three stretches; otherwise there is an error and no window. Source: mlcommons/tiny benchmark/runner/script.py, where the last two
/// events of a trial bound it, however many there are.
/// </remarks>
public sealed class MeteredSystem : ISystemUnderTest
{
    private const int EdgesOfAWindow = 2;

    private readonly ISystemUnderTest _board;
    private readonly OfficialDevice _device;
    private readonly IEnergyMonitor _meter;
    private readonly MeteringOptions _options;
    private readonly TimeProvider _time;
    private readonly List<MeteredWindow?> _windows = [];

    /// <summary>Puts a meter beside a board.</summary>
    /// <param name="board">The board without a meter; takes the inputs.</param>
    /// <param name="device">The same board's commands.</param>
    /// <param name="meter">Measures; closed by the caller.</param>
    /// <param name="options">How windows are taken.</param>
    /// <param name="time">For deadlines.</param>
    public MeteredSystem(ISystemUnderTest board, OfficialDevice device, IEnergyMonitor meter, MeteringOptions options, TimeProvider time)
    {
        _board = board;
        _device = device;
        _meter = meter;
        _options = options;
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => _board.Name;

    /// <summary>Simulated with an emulated meter, whatever the board is.</summary>
    public RunKind Kind => _meter.Identity.IsEmulated ? RunKind.Simulated : _board.Kind;

    /// <inheritdoc/>
    public bool TakesRawSamples => _board.TakesRawSamples;

    /// <inheritdoc/>
    public int InputByteCount => _board.InputByteCount;

    /// <inheritdoc/>
    public QuantizationParameters? InputQuantization => _board.InputQuantization;

    /// <inheritdoc/>
    public QuantizationParameters? OutputQuantization => _board.OutputQuantization;

    /// <summary>The last window on each input that was loaded, in that order.</summary>
    public IReadOnlyList<MeteredWindow> Windows => [.. _windows.OfType<MeteredWindow>()];

    /// <inheritdoc/>
    public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => _board.InferAsync(input, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        await _board.LoadAsync(input, cancellationToken);
        _windows.Add(null);
    }

    /// <inheritdoc/>
    /// <exception cref="MeterException">The pin did not move twice, or samples are missing or saturated.</exception>
    public async ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken)
    {
        MeterRecording recording = _meter.Recording;
        string what = string.Create(CultureInfo.InvariantCulture, $"window {_windows.Count} of {count} inferences");
        int edges = recording.EventCount;
        (long Start, long End) before = await IdleAsync(recording, cancellationToken);
        RequireEdges(what, recording.EventCount - edges, 0, "before it");

        await WhileMeteredAsync(recording, token => _device.InferAsync(count, warmup, token), cancellationToken);
        await WaitForEdgesAsync(recording, what, edges, cancellationToken);
        (long Start, long End) after = await IdleAsync(recording, cancellationToken);
        RequireEdges(what, recording.EventCount - edges, EdgesOfAWindow, "in it");
        await recording.WaitAsync(now => now.Confirmed > after.End, "the meter's account of the window", _options.Account, _time, cancellationToken);

        // Shorter than a sample: it tells how many inferences a window needs, and is none.
        if (recording.EventPosition(edges) == recording.EventPosition(edges + 1))
        {
            _windows[^1] = null;
            return TimeSpan.FromSeconds(1 / recording.Header.SampleRate);
        }

        var window = new MeteredWindow(
            count,
            recording.Between(what, edges, edges + 1),
            recording.Of($"idle before {what}", before.Start, before.End),
            recording.Of($"idle after {what}", after.Start, after.End));
        _windows[^1] = window;
        return TimeSpan.FromSeconds(window.Energy.Seconds);
    }

    // What has arrived was sampled before now; so what is sampled from now on arrives behind it.
    private async ValueTask<(long Start, long End)> IdleAsync(MeterRecording recording, CancellationToken ct)
    {
        long start = recording.Position + Samples(_options.Settle);
        long end = start + Samples(_options.Idle);
        await recording.WaitAsync(now => now.Position >= end, "idle samples", _options.Settle + _options.Idle + _options.Account, _time, ct);
        return (start, end);

        long Samples(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds * recording.Header.SampleRate);
    }

    // A meter that fails may have taken the board's supply along: nobody waits minutes for the result of a dead board.
    private static async ValueTask WhileMeteredAsync(MeterRecording recording, Func<CancellationToken, ValueTask<InferReply>> infer, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<InferReply> inference = infer(over.Token).AsTask();
        Task failure = recording.WaitForFailureAsync(over.Token);
        await Task.WhenAny(inference, failure);
        if (failure.IsFaulted)
        {
            await over.CancelAsync();
            await ((Task)inference).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await failure;
        }

        try
        {
            await inference;
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async ValueTask WaitForEdgesAsync(MeterRecording recording, string what, int edges, CancellationToken ct)
    {
        try
        {
            await recording.WaitAsync(now => now.EventCount >= edges + EdgesOfAWindow, "two edges of the pin", _options.Account, _time, ct);
        }
        catch (LinkTimeoutException)
        {
            RequireEdges(what, recording.EventCount - edges, EdgesOfAWindow, "in it");
            throw;
        }
    }

    private void RequireEdges(string what, int found, int expected, string where)
    {
        if (found != expected)
        {
            throw new MeterException(
                $"{_meter.Recording.Header.Source}, {what}",
                MeterFault.Events,
                string.Create(CultureInfo.InvariantCulture, $"the pin moved {found} times {where}; expected {expected}. Is it wired to the meter's input, and is the firmware built for energy mode?"));
        }
    }
}
