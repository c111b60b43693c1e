using Tiny.Bench.Boards.Energy.Traces;
using static System.FormattableString;

namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>Holds a report against the trace beside it, window by window.</summary>
public static class EnergyComparer
{
    // Half of the last of two printed decimals, and half of a millisecond that the events are rounded to.
    private const double PrintedSlack = 0.0056;

    // Half of the third decimal, and a little because no decimal fraction is exact.
    private const double HalfPrintedMicrojoule = 0.000501;

    /// <summary>Compares. A window that the trace does not hold, or holds with a gap, is a problem of that window and gets no figure.</summary>
    /// <param name="trace">The trace, summed up.</param>
    /// <param name="published">The report; null to only sum up.</param>
    /// <param name="inferences">Inferences of a window by its number, where the trace tells them; null where it does not.</param>
    public static EnergyComparison Compare(TraceIntegral trace, PublishedEnergy? published, Func<int, long?> inferences)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(inferences);
        IReadOnlyList<TraceWindow> found = TraceWindow.Of(trace.Events);
        if (published is null || published.Windows.Count == 0)
        {
            return new EnergyComparison
            {
                Header = trace.Header,
                Windows = [.. found.Select(window => Sum(trace, window.Number, window) with { Inferences = inferences(window.Number) })],
                PublishedMicrojoules = published?.MedianMicrojoules,
            };
        }

        var windows = new List<WindowComparison>();
        int next = 0;
        foreach (PublishedWindow window in published.Windows)
        {
            TraceWindow? place = Place(trace, found, window, windows.Count, next);
            WindowComparison sum = place is { } events
                ? Sum(trace, window.Number, events)
                : new WindowComparison { Number = window.Number, Problem = NoPlace(window, found.Count) };
            windows.Add(sum with { PublishedMicrojoules = window.Microjoules, Inferences = window.Inferences ?? (place is null ? null : inferences(place.Value.Number)) });
            next = place?.LastEvent ?? next;
        }

        return new EnergyComparison { Header = trace.Header, Windows = windows, PublishedMicrojoules = published.MedianMicrojoules };
    }

    // By the printed time where there is one: runs differ in how many marks stand before the first window.
    private static TraceWindow? Place(TraceIntegral trace, IReadOnlyList<TraceWindow> found, PublishedWindow window, int number, int firstEvent)
    {
        if (window.AtSeconds is not { } start)
            return number < found.Count ? found[number] : null;
        double slack = PrintedSlack + (2 / trace.Header.SampleRate);
        for (int index = firstEvent; index + 1 < trace.Events.Count; index++)
        {
            double from = trace.Header.SecondsOf(trace.Events[index].Sample);
            double length = trace.Header.SecondsOf(trace.Events[index + 1].Sample) - from;
            if (Math.Abs(from - start) <= slack && Math.Abs(length - (window.Seconds ?? length)) <= slack)
                return new TraceWindow(number, index, index + 1);
        }

        return null;
    }

    private static WindowComparison Sum(TraceIntegral trace, int number, TraceWindow window)
    {
        var result = new WindowComparison { Number = number };
        try
        {
            WindowEnergy energy = trace.Between(window.FirstEvent, window.LastEvent);
            if (energy.MissingSamples > 0)
                return result with { Problem = Invariant($"{energy.MissingSamples} samples are missing in it") };
            return result with
            {
                Energy = energy,
                AllowedMicrojoules = (energy.EdgeJoules * 1e6) + HalfPrintedMicrojoule,
            };
        }
        catch (TraceException fault)
        {
            return result with { Problem = fault.Problem };
        }
    }

    private static string NoPlace(PublishedWindow window, int found) => window.AtSeconds is { } start
        ? Invariant($"no two events of the trace are {window.Seconds} s apart from {start} s on")
        : Invariant($"the trace has {found} windows");
}
