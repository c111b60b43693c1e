namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>One <c>infer</c> of an EEMBC log: what was loaded and the two laps that the device printed.</summary>
/// <param name="Line">The line of <c>m-infer-start</c>, from 1.</param>
/// <param name="Inferences">Timed inferences.</param>
public sealed record TimedRun(int Line, long Inferences)
{
    /// <summary>Lap lines of the run, as printed, microseconds by the device's clock; mostly 32 bits wide, 64 on some Linux boards.</summary>
    public IReadOnlyList<ulong> Laps => _laps;

    /// <summary>The host's time of the laps in seconds; NaN where the log has no time.</summary>
    public IReadOnlyList<double> HostTimes => _times;

    /// <summary>Length by the device's clock, modulo 2^32 when it ran over; null unless there are exactly two laps.</summary>
    public double? Seconds => _laps.Count == 2 ? (_laps[1] >= _laps[0] ? _laps[1] - _laps[0] : unchecked((uint)(_laps[1] - _laps[0]))) / 1e6 : null;

    private readonly List<ulong> _laps = [];
    private readonly List<double> _times = [];

    internal void AddLap(ulong lap, double hostTime)
    {
        _laps.Add(lap);
        _times.Add(hostTime);
    }
}
