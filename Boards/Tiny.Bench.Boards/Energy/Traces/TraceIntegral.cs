using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A whole trace, summed up between its events.</summary>
public sealed class TraceIntegral
{
    internal TraceIntegral(TraceHeader header, IReadOnlyList<TraceEvent> events, IReadOnlyList<TraceSegment> segments, IReadOnlyList<TraceGap> gaps)
    {
        Header = header;
        Events = events;
        Segments = segments;
        Gaps = gaps;
    }

    /// <summary>What was known before the first sample.</summary>
    public TraceHeader Header { get; }

    /// <summary>Every event, in order.</summary>
    public IReadOnlyList<TraceEvent> Events { get; }

    /// <summary>One more than there are events: before the first, between two, behind the last.</summary>
    public IReadOnlyList<TraceSegment> Segments { get; }

    /// <summary>Where samples are missing.</summary>
    public IReadOnlyList<TraceGap> Gaps { get; }

    /// <summary>Position behind the last sample.</summary>
    public long End => Segments[^1].End;

    /// <summary>The whole trace as one window.</summary>
    public WindowEnergy Whole => Combine(Segments, 0, 0);

    /// <summary>What flowed from one event to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such events, or the last stands before the first.</exception>
    /// <exception cref="TraceException">The trace ends before the window does.</exception>
    public WindowEnergy Between(int firstEvent, int lastEvent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEvent);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastEvent, firstEvent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lastEvent, Events.Count);
        if (Events[lastEvent].Sample > End)
        {
            throw new TraceException(
                Header.Source,
                string.Create(CultureInfo.InvariantCulture, $"event {lastEvent} ({Events[lastEvent].Label}) is at sample {Events[lastEvent].Sample}; the trace ends at sample {End}"));
        }

        // The samples outside, next to the edges: which of the two belongs to the window is a matter of rounding.
        double before = Segments[firstEvent].LastJoules;
        double behind = Segments[lastEvent + 1].FirstJoules;
        return Combine([.. Segments.Skip(firstEvent + 1).Take(lastEvent - firstEvent)], before, behind);
    }

    private WindowEnergy Combine(IReadOnlyList<TraceSegment> segments, double before, double behind)
    {
        CompensatedSum joules = default;
        foreach (TraceSegment segment in segments)
            joules.Add(segment.Joules);
        TraceSegment[] filled = [.. segments.Where(segment => segment.Samples > 0)];
        long first = segments.Count > 0 ? segments[0].First : 0;
        long end = segments.Count > 0 ? segments[^1].End : first;
        double atStart = Math.Max(Math.Abs(before), filled.Length > 0 ? Math.Abs(filled[0].FirstJoules) : 0);
        double atEnd = Math.Max(Math.Abs(behind), filled.Length > 0 ? Math.Abs(filled[^1].LastJoules) : 0);
        return new WindowEnergy
        {
            First = first,
            End = end,
            Seconds = (end - first) / Header.SampleRate,
            Joules = joules.Value,
            EdgeJoules = atStart + atEnd,
            MissingSamples = segments.Sum(segment => segment.MissingSamples),
            PeakWatts = filled.Length > 0 ? filled.Max(segment => segment.PeakWatts) : 0,
            Coulombs = segments.Aggregate((double?)0, (sum, segment) => sum + segment.Coulombs),
            PeakAmperes = filled.Length > 0 ? filled.Max(segment => segment.PeakAmperes) : null,
        };
    }
}
