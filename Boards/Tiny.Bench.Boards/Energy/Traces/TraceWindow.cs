namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A window of a trace by its events.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="FirstEvent">Index of the event that it begins with.</param>
/// <param name="LastEvent">Index of the event that it ends with.</param>
public readonly record struct TraceWindow(int Number, int FirstEvent, int LastEvent)
{
    /// <summary>The windows that events stand for.</summary>
    /// <remarks>
    /// Where trials are kept apart, a window lies between the last two events of its trial (mlcommons/tiny, runner, power results);
    /// a trial with one event or none has no window. Elsewhere events are pairs, and an odd one at the front is the mark of the start
    /// (EEMBC runner, trace1-timestamps.json).
    /// </remarks>
    public static IReadOnlyList<TraceWindow> Of(IReadOnlyList<TraceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Any(found => found.Trial is not null) ? OfTrials(events) : OfPairs(events.Count);
    }

    private static TraceWindow[] OfPairs(int count) =>
        [.. Enumerable.Range(0, count / 2).Select(number => new TraceWindow(number, (count % 2) + (2 * number), (count % 2) + (2 * number) + 1))];

    private static TraceWindow[] OfTrials(IReadOnlyList<TraceEvent> events) =>
    [
        .. events.Select((found, index) => (found.Trial, Index: index))
            .Where(found => found.Trial is not null)
            .GroupBy(found => found.Trial!.Value, found => found.Index)
            .Where(trial => trial.Count() > 1)
            .Select(trial => new TraceWindow(trial.Key, trial.Max() - 1, trial.Max())),
    ];
}
