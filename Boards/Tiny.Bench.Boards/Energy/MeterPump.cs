using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy;

/// <summary>Reads a meter's port from its opening to its end, on its own: a meter that streams waits for nobody. Owns the port.</summary>
internal sealed class MeterPump : IAsyncDisposable
{
    private readonly ISerialPort _port;
    private readonly TimeProvider _time;
    private readonly Action<ReadOnlyMemory<byte>> _consume;
    private readonly Action<TinyBenchException> _failed;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private long _silence;

    /// <summary>Starts to read.</summary>
    /// <param name="port">Open.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="consume">Takes what came; its errors end the reading too.</param>
    /// <param name="failed">Told once, when the reading ended by an error.</param>
    public MeterPump(ISerialPort port, TimeProvider time, Action<ReadOnlyMemory<byte>> consume, Action<TinyBenchException> failed)
    {
        _port = port;
        _time = time;
        _consume = consume;
        _failed = failed;
        _loop = Task.Run(ReadAsync);
    }

    /// <summary>The longest silence of a meter that measures; zero while it need not say anything. Holds from the next byte on.</summary>
    public TimeSpan Silence
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _silence));
        set => Interlocked.Exchange(ref _silence, value.Ticks);
    }

    /// <summary>Sends.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, TimeSpan within, string what, CancellationToken ct) =>
        _port.WriteAsync(data, within, what, _time, ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _port.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                TimeSpan silence = Silence;
                int count = silence > TimeSpan.Zero
                    ? await _port.ReadAsync(buffer, silence, "the next sample", _time, _stop.Token)
                    : await _port.ReadAsync(buffer, _stop.Token);
                _consume(buffer.AsMemory(0, count));
            }
        }
        catch (TinyBenchException failure)
        {
            _failed(failure);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
