using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A meter that is none: it speaks a meter's protocol over a port, byte by byte, and its figures come from a load that the caller gives.</summary>
/// <remarks>
/// It reads commands, and while it samples it sends at every step what the time since the last one has brought. One loop does both, so
/// that answers never stand in the middle of a sample. Owns the meter's side of the port.
/// </remarks>
public abstract class MeterEmulator : IAsyncDisposable
{
    private readonly ISerialPort _port;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<byte> _output = [];
    private readonly Queue<MeterFaultAt> _faults;
    private Task _loop = Task.CompletedTask;
    private bool _sampling;
    private bool _silent;
    private bool _unplugged;
    private bool _hasAnswered;
    private long _began;
    private long _next;
    private int _rate;

    /// <summary>Prepares an emulator; <see cref="Start"/> starts it.</summary>
    /// <param name="port">The meter's side.</param>
    /// <param name="load">What it measures.</param>
    /// <param name="emulation">How it behaves.</param>
    private protected MeterEmulator(ISerialPort port, IEmulatedLoad load, MeterEmulation emulation)
    {
        _port = port;
        Load = load;
        Emulation = emulation;
        Chance = new Random(emulation.Seed);
        _faults = new Queue<MeterFaultAt>(emulation.Faults.OrderBy(fault => fault.Time));
    }

    /// <summary>What it measures.</summary>
    private protected IEmulatedLoad Load { get; }

    /// <summary>How it behaves.</summary>
    private protected MeterEmulation Emulation { get; }

    /// <summary>Drawn from by one thread only.</summary>
    private protected Random Chance { get; }

    /// <summary>Ends it; for the host the cable is pulled out.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _port.DisposeAsync();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins to listen.</summary>
    private protected void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Takes what the host sent.</summary>
    private protected abstract void Receive(ReadOnlySpan<byte> bytes);

    /// <summary>Sends one sample, and what belongs to it.</summary>
    /// <param name="index">From 0, lost ones counted.</param>
    /// <param name="amperes">The current over the sample period.</param>
    /// <param name="pulses">How often the pin went low up to the end of the period.</param>
    private protected abstract void SendSample(long index, double amperes, int pulses);

    /// <summary>Ends sampling with an overcurrent, as the meter would.</summary>
    private protected abstract void ReportOvercurrent();

    /// <summary>Puts bytes on their way.</summary>
    private protected void Send(ReadOnlySpan<byte> bytes) => _output.AddRange(bytes);

    /// <summary>From now on the load is sampled.</summary>
    private protected void BeginSampling(int rate)
    {
        _rate = rate;
        _next = 0;
        _sampling = true;
        _began = Emulation.Time.GetTimestamp();
        Load.Begin(Emulation.Time.GetElapsedTime(0, _began));
    }

    /// <summary>No more samples.</summary>
    private protected void EndSampling() => _sampling = false;

    private async Task RunAsync()
    {
        var buffer = new byte[256];
        Task<int>? read = null;
        try
        {
            while (!_unplugged)
            {
                read ??= _port.ReadAsync(buffer, _stop.Token).AsTask();
                if (_sampling)
                    await PassAsync(Emulation.Step);
                else
                    await read;
                if (read.IsCompleted)
                {
                    int count = await read;
                    read = null;
                    if (!_silent)
                        Receive(buffer.AsSpan(0, count));
                }

                Sample();
                await FlushAsync();
            }

            await _port.DisposeAsync();
        }
        catch (Exception end) when (end is LinkException or OperationCanceledException or ObjectDisposedException)
        {
            // The host has gone, or this was closed.
        }
    }

    private ValueTask PassAsync(TimeSpan span) => Emulation.Pass is { } pass ? pass(span, _stop.Token) : new ValueTask(Task.Delay(span, Emulation.Time, _stop.Token));

    private async ValueTask FlushAsync()
    {
        if (_output.Count == 0)
            return;
        if (!_hasAnswered && Emulation.FirstAnswerAfter > TimeSpan.Zero)
            await PassAsync(Emulation.FirstAnswerAfter);
        _hasAnswered = true;
        byte[] bytes = [.. _output];
        _output.Clear();
        await _port.WriteAsync(bytes, _stop.Token);
    }

    private void Sample()
    {
        long due = _sampling ? (long)(Emulation.Time.GetElapsedTime(_began).TotalSeconds * _rate) : 0;
        while (_sampling && !_silent && !_unplugged && _next < due)
        {
            long index = _next++;
            var time = TimeSpan.FromSeconds((index + 0.5) / _rate);
            bool dropped = false;
            while (_faults.TryPeek(out MeterFaultAt fault) && fault.Time <= time)
                dropped |= Happen(_faults.Dequeue());
            if (!_sampling || _silent || _unplugged)
                return;
            int before = _output.Count;
            SendSample(index, Load.Amperes(time) * (1 + Emulation.GainError), Load.Pulses(TimeSpan.FromSeconds((index + 1.0) / _rate)));
            if (dropped)
                _output.RemoveRange(before, SampleBytes);
        }
    }

    /// <summary>Bytes of one sample.</summary>
    private protected abstract int SampleBytes { get; }

    private bool Happen(MeterFaultAt fault)
    {
        switch (fault.Kind)
        {
            case MeterFaultKind.DropSample:
                return true;
            case MeterFaultKind.Garbage:
                var garbage = new byte[fault.Count];
                Chance.NextBytes(garbage);
                Send(garbage);
                break;
            case MeterFaultKind.Overrun:
                Skip(fault.Count);
                break;
            case MeterFaultKind.Overcurrent:
                ReportOvercurrent();
                break;
            case MeterFaultKind.Silence:
                _silent = true;
                break;
            case MeterFaultKind.Unplug:
                _unplugged = true;
                break;
        }

        return false;
    }

    private void Skip(int samples)
    {
        _next += samples;
        Skipped(samples);
    }

    /// <summary>The meter lost samples before it could send them.</summary>
    private protected virtual void Skipped(int samples)
    {
    }
}
