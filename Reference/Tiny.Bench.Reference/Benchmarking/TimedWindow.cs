using System.Diagnostics;

namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>As many calls in a row as fill a given time, measured again and again.</summary>
/// <param name="invoke">What is timed.</param>
/// <param name="microseconds">What one call takes, as far as is known before.</param>
/// <param name="window">Microseconds to fill.</param>
internal sealed class TimedWindow(Action invoke, double microseconds, double window)
{
    private const double ClockStep = 0.01;

    private readonly int _calls = Math.Max(1, (int)(window / Math.Max(microseconds, ClockStep)));
    private readonly List<double> _times = [];

    /// <summary>Microseconds of a call, over all windows so far.</summary>
    public TimeSummary Summary => TimeSummary.Of(_times);

    /// <summary>Measures one window.</summary>
    public void Measure()
    {
        long started = Stopwatch.GetTimestamp();
        for (int call = 0; call < _calls; call++)
            invoke();
        _times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / _calls);
    }
}
