namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>When bytes that enter one direction of a serial line leave it: 10 bits each, one behind the other.</summary>
/// <remarks>
/// Counts line time in whole bytes since the line was last idle, so that neither rounding nor a late wake adds up:
/// n bytes in a row take n * 10 / baud seconds, whatever the clock's step.
/// </remarks>
internal sealed class LinePacer
{
    private const int BitsPerByte = 10;
    private readonly int? _baud;
    private readonly long _frequency;
    private long _busySince;
    private long _bytes;

    /// <summary>Makes an idle line.</summary>
    /// <param name="baud">Bits a second; null for a line that takes no time.</param>
    /// <param name="frequency">Time stamps a second.</param>
    /// <param name="now">Time stamp from which on it is idle.</param>
    public LinePacer(int? baud, long frequency, long now)
    {
        _baud = baud;
        _frequency = frequency;
        _busySince = now;
        ChunkSize = baud is { } bits ? Math.Max(1, bits / (BitsPerByte * 1000)) : 4096;
    }

    /// <summary>The most bytes to pass on together: what the line carries in 1 ms, at least 1.</summary>
    public int ChunkSize { get; }

    /// <summary>When the line has carried all that it was given.</summary>
    public long Free => _baud is { } baud ? _busySince + (long)((Int128)_bytes * BitsPerByte * _frequency / baud) : _busySince;

    /// <summary>Says that bytes are there.</summary>
    /// <param name="now">When they were seen.</param>
    /// <param name="waiting">
    /// Whether they were there before they were asked for. They came while the line was busy, and follow without a gap: were they
    /// taken to come now, every late wake of the reader would slow the line down. Bytes that were waited for come now.
    /// </param>
    public void Arrive(long now, bool waiting)
    {
        if (now > Free && !(waiting && _baud is not null))
            Restart(now);
    }

    /// <summary>Puts bytes on the line.</summary>
    /// <returns>When the last of them is through.</returns>
    public long Carry(int bytes)
    {
        _bytes += bytes;
        return Free;
    }

    /// <summary>Keeps the line still for a while.</summary>
    public void Pause(TimeSpan length) => Restart(Free + (long)(length.TotalSeconds * _frequency));

    private void Restart(long now)
    {
        _busySince = now;
        _bytes = 0;
    }
}
