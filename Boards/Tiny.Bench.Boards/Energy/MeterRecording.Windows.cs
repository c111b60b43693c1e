using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy;

/// <content>What flowed between two moments.</content>
public sealed partial class MeterRecording
{
    /// <summary>Position of an edge of the pin.</summary>
    /// <param name="number">From 0.</param>
    public long EventPosition(int number)
    {
        lock (_lock)
            return _events[number].Sample;
    }

    /// <summary>What flowed from one edge of the pin to another.</summary>
    /// <param name="what">The window, for errors.</param>
    /// <param name="firstEvent">From 0.</param>
    /// <param name="lastEvent">Behind the first.</param>
    /// <exception cref="MeterException">Samples of it are missing or saturated, or the meter's account of them has not come.</exception>
    public WindowEnergy Between(string what, int firstEvent, int lastEvent) =>
        Of(what, EventPosition(firstEvent), EventPosition(lastEvent));

    /// <summary>What flowed in a stretch.</summary>
    /// <param name="what">The stretch, for errors.</param>
    /// <param name="first">Position of its first sample.</param>
    /// <param name="end">Position behind its last.</param>
    /// <exception cref="MeterException">Samples of it are missing or saturated, or the meter's account of them has not come.</exception>
    public WindowEnergy Of(string what, long first, long end)
    {
        lock (_lock)
        {
            ThrowIfFailed();
            string where = $"{_name}, {what}";
            if (first >= end)
                throw new MeterException(where, MeterFault.Events, Invariant($"begins at sample {first} and ends at {end}; expected it to hold samples"));
            if (end > _confirmed)
                throw new MeterException(where, MeterFault.Gap, Invariant($"ends at sample {end}; the meter has accounted for {_confirmed}"));

            // Also a window that only touches a gap: an edge in it has no place of its own.
            if (_gaps.Exists(gap => first <= gap.First + gap.Count && end >= gap.First))
                throw new MeterException(where, MeterFault.Gap, Invariant($"samples are missing between {first} and {end}; expected every one"));

            // Also long before the window: a meter that was overloaded may have switched the supply off.
            if (_saturated.Exists(place => place < end))
                throw new MeterException(where, MeterFault.Overload, Invariant($"sample {_saturated[0]} is at the end of the meter's range; expected less current"));
            return Integrate(first, end);
        }
    }

    private WindowEnergy Integrate(long first, long end)
    {
        // One sample more on both sides: it tells what a shift of the edge by one would change.
        long before = Math.Max(0, first - 1);
        var integrator = new TraceIntegrator(Header);
        Add(before, first, new TraceEvent("start", first));
        Add(first, end, new TraceEvent("end", end));
        Add(end, Math.Min(end + 1, _confirmed), null);
        return integrator.Finish().Between(0, 1);

        void Add(long from, long to, TraceEvent? mark)
        {
            foreach (TraceBlock block in _blocks)
            {
                long low = Math.Max(block.First, from), high = Math.Min(block.End, to);
                if (low < high)
                    integrator.Add(new TraceBlock { First = low, Values = block.Values[(int)(low - block.First)..(int)(high - block.First)] });
            }

            if (mark is { } found)
                integrator.Add(new TraceBlock { First = to, Values = default, Events = [found] });
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
