namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Cancels a transfer that brings fewer than so many bytes in so much time: a dead line, and one that only pretends to live.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly int _signOfLife;
    private readonly CancellationTokenSource _stalled;
    private readonly CancellationTokenSource _either;
    private int _since;

    public StallWatch(TimeSpan timeout, int signOfLife, TimeProvider time, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _signOfLife = signOfLife;
        _stalled = new CancellationTokenSource(timeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_stalled.Token, cancellationToken);
    }

    /// <summary>Cancelled by a stall and by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether it was a stall.</summary>
    public bool HasStalled => _stalled.IsCancellationRequested;

    /// <summary>Bytes came.</summary>
    public void Received(int bytes)
    {
        _since += bytes;
        if (_since >= _signOfLife)
            Restart();
    }

    /// <summary>The time starts again.</summary>
    public void Restart()
    {
        _since = 0;
        _stalled.CancelAfter(_timeout);
    }

    public void Dispose()
    {
        _either.Dispose();
        _stalled.Dispose();
    }
}
