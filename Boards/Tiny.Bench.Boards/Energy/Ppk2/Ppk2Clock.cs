namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Finds by the host's clock what the counter of 6 bits cannot show: a loss of 64 samples, or of a multiple.</summary>
/// <remarks>
/// Samples arrive some time after they were taken, sometimes later, never earlier: over a second the least delay is the link's own. When
/// it has grown from one second to the next, samples are missing in one of the two, and both are a gap. So each second is confirmed when the
/// next one agrees. What it overlooks is less than <see cref="Slack"/> in a second: 0.2 % of a window of 10 s.
/// </remarks>
/// <param name="time">The host's clock.</param>
internal sealed class Ppk2Clock(TimeProvider time)
{
    /// <summary>By so much the least delay may grow: a busy host, and the two quartzes.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _intervalStart;
    private TimeSpan _least = TimeSpan.MaxValue;
    private TimeSpan? _leastBefore;
    private long _boundary;

    /// <summary>Samples have arrived.</summary>
    public void Check(MeterRecording recording)
    {
        TimeSpan now = time.GetElapsedTime(_started);
        TimeSpan delay = now - TimeSpan.FromSeconds(recording.Position / (double)Ppk2Monitor.SampleRate);
        _least = delay < _least ? delay : _least;
        if (now - _intervalStart >= Interval)
            Close(recording, now);
    }

    /// <summary>The last samples have arrived.</summary>
    public void Complete(MeterRecording recording)
    {
        if (recording.Position > _boundary)
            Close(recording, time.GetElapsedTime(_started));
        recording.Confirm();
    }

    private void Close(MeterRecording recording, TimeSpan now)
    {
        TimeSpan grown = _least - (_leastBefore ?? _least);
        if (grown > Slack)
        {
            long lost = (long)Math.Round(grown.TotalSeconds * Ppk2Monitor.SampleRate);
            recording.Lose(recording.Position - recording.Confirmed + lost);
            _leastBefore = _least - grown;
        }
        else
        {
            recording.Confirm(Math.Max(_boundary, recording.Confirmed));
            _leastBefore = _least;
        }

        _boundary = recording.Position;
        _least = TimeSpan.MaxValue;
        _intervalStart = now;
    }
}
