using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>One direction of a proxy: takes bytes from one port, keeps them for the time of the line, and gives them to the other.</summary>
internal sealed class ProxyLine : IDisposable
{
    private readonly LinkDirection _direction;
    private readonly ISerialPort _source;
    private readonly ISerialPort _sink;
    private readonly PacingOptions _options;
    private readonly CutLine _cut;
    private readonly Action<Fault> _log;
    private readonly LinePacer _pacer;
    private readonly LineClock _clock;
    private readonly byte[] _carried;
    private int _count;
    private int _wireBytes;
    private long _position;

    /// <summary>Prepares a direction; both ports stay the caller's.</summary>
    public ProxyLine(LinkDirection direction, ISerialPort source, ISerialPort sink, PacingOptions options, CutLine cut, Action<Fault> log)
    {
        _direction = direction;
        _source = source;
        _sink = sink;
        _options = options;
        _cut = cut;
        _log = log;
        int? baud = direction == LinkDirection.ToDevice ? options.BaudToDevice : options.BaudToHost;
        _pacer = new LinePacer(baud, options.Time.TimestampFrequency, options.Time.GetTimestamp());
        _clock = new LineClock(options.Time);
        _carried = new byte[2 * _pacer.ChunkSize];
    }

    /// <summary>Passes bytes on until a port is lost, the plan unplugs the host, or it is cancelled.</summary>
    /// <exception cref="LinkLostException">How every line ends that is not cancelled.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        byte[] buffer = new byte[_pacer.ChunkSize];
        while (true)
        {
            ValueTask<int> read = _source.ReadAsync(buffer, ct);
            bool waiting = read.IsCompleted;
            int count = await read;
            _pacer.Arrive(_options.Time.GetTimestamp(), waiting);
            for (int index = 0; index < count; index++)
                await TakeAsync(buffer[index], ct);
            await DeliverAsync(ct);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _clock.Dispose();

    private async ValueTask TakeAsync(byte value, CancellationToken ct)
    {
        Fault? found = _options.Faults.At(_direction, _position++);
        if (found is not { } fault)
        {
            Carry(value);
            return;
        }

        _log(fault);
        switch (fault.Kind)
        {
            case FaultKind.Drop:
                _wireBytes++;
                break;
            case FaultKind.Double:
                Carry(value);
                Carry(value);
                break;
            case FaultKind.Flip:
                Carry((byte)(value ^ fault.Mask));
                break;
            case FaultKind.Delay:
                await DeliverAsync(ct);
                _pacer.Pause(fault.Length!.Value);
                Carry(value);
                break;
            case FaultKind.Cut:
                await DeliverAsync(ct);
                _cut.Cut(fault.Length is { } length ? _pacer.Free + Timestamps(length) : long.MaxValue);
                _wireBytes++;
                break;
            case FaultKind.Reset:
                Carry(value);
                await DeliverAsync(ct);
                await _options.ResetBoard!(ct);
                break;
            case FaultKind.Unplug:
                await DeliverAsync(ct);
                throw new LinkLostException(_source.Name, "unplugged by the fault plan");
            default:
                throw new InvalidOperationException($"{fault.Kind} is no fault.");
        }
    }

    private void Carry(byte value)
    {
        _carried[_count++] = value;
        _wireBytes++;
    }

    private async ValueTask DeliverAsync(CancellationToken ct)
    {
        long due = _pacer.Carry(_wireBytes);
        ReadOnlyMemory<byte> carried = _carried.AsMemory(0, _count);
        (_count, _wireBytes) = (0, 0);
        await _clock.WaitUntilAsync(due, ct);
        if (!carried.IsEmpty && !_cut.Loses(due))
            await _sink.WriteAsync(carried, ct);
    }

    private long Timestamps(TimeSpan length) => (long)(length.TotalSeconds * _options.Time.TimestampFrequency);
}
