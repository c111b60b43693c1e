using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy;

/// <summary>What a meter has delivered so far. The meter's reader fills it while others wait for it and take windows out of it.</summary>
/// <remarks>
/// Samples count only when the meter's own account of them was found right (a time stamp, a counter). Where it was not, everything since the
/// last agreement is a gap: a lost line moves all that follow it, so none of them can be trusted with a place.
/// </remarks>
public sealed partial class MeterRecording
{
    // At 100 kS/s 22 minutes, and one gibibyte.
    private const long MostSamples = 1L << 27;

    private readonly Lock _lock = new();
    private readonly List<TraceBlock> _blocks = [];
    private readonly List<TraceEvent> _events = [];
    private readonly List<TraceGap> _gaps = [];
    private readonly List<long> _saturated = [];
    private readonly List<double> _open = [];
    private readonly List<int> _openEvents = [];
    private readonly string _name;
    private long _confirmed;
    private long _total;
    private TaskCompletionSource _changed = NewSignal();
    private Exception? _failure;

    /// <summary>Makes an empty one.</summary>
    /// <param name="header">What the samples are.</param>
    internal MeterRecording(TraceHeader header)
    {
        Header = header.Checked();
        _name = header.Source;
    }

    /// <summary>What the samples are.</summary>
    public TraceHeader Header { get; }

    /// <summary>Sample periods since the start, delivered or known to be lost.</summary>
    public long Position
    {
        get
        {
            lock (_lock)
                return _confirmed + _open.Count;
        }
    }

    /// <summary>How many of them the meter's own account agrees with.</summary>
    public long Confirmed
    {
        get
        {
            lock (_lock)
                return _confirmed;
        }
    }

    /// <summary>Edges of the pin so far.</summary>
    public int EventCount
    {
        get
        {
            lock (_lock)
                return _events.Count;
        }
    }

    /// <summary>Stretches where samples are missing, so far.</summary>
    public IReadOnlyList<TraceGap> Gaps
    {
        get
        {
            lock (_lock)
                return [.. _gaps];
        }
    }

    /// <summary>Waits until the recording has come so far.</summary>
    /// <param name="reached">Asked whenever something was added.</param>
    /// <param name="waitedFor">For the error: "the second edge of the pin".</param>
    /// <param name="within">More than zero.</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="LinkTimeoutException">It did not come.</exception>
    /// <exception cref="TinyBenchException">The meter failed.</exception>
    public async ValueTask WaitAsync(Func<MeterRecording, bool> reached, string waitedFor, TimeSpan within, TimeProvider time, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                ThrowIfFailed();
                changed = _changed.Task;
            }

            if (reached(this))
                return;
            try
            {
                await changed.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new LinkTimeoutException(_name, waitedFor, within);
            }
        }
    }

    /// <summary>Waits until the meter fails: ends with that error only, or cancelled.</summary>
    public async Task WaitForFailureAsync(CancellationToken ct)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                ThrowIfFailed();
                changed = _changed.Task;
            }

            await changed.WaitAsync(ct);
        }
    }

    /// <summary>The recording as it is now, as a trace; what is not confirmed is left out.</summary>
    public IEnergyTrace ToTrace()
    {
        lock (_lock)
            return new MemoryTrace(Header, [.. _blocks]);
    }

    // Under the lock.
    private void ThrowIfFailed()
    {
        if (_failure is not null)
            throw _failure;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
