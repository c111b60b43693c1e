using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy;

/// <content>What the reader of a meter calls.</content>
public sealed partial class MeterRecording
{
    /// <summary>The next sample.</summary>
    /// <param name="value">Joules or amperes, as the header says.</param>
    /// <param name="saturated">Whether it is at the end of the meter's range.</param>
    internal void AddSample(double value, bool saturated = false)
    {
        lock (_lock)
        {
            if (++_total > MostSamples)
                throw new MeterException(_name, MeterFault.NotSupported, string.Create(CultureInfo.InvariantCulture, $"delivers more than {MostSamples} samples; expected a shorter run, or a lower rate"));
            if (saturated)
                _saturated.Add(_confirmed + _open.Count);
            _open.Add(value);
        }
    }

    /// <summary>An edge of the pin before the next sample.</summary>
    internal void AddEvent(string label)
    {
        lock (_lock)
        {
            _openEvents.Add(_events.Count);
            _events.Add(new TraceEvent(label, _confirmed + _open.Count));
        }
    }

    /// <summary>Samples that are known to be missing here, and how many.</summary>
    internal void AddMissing(int count)
    {
        lock (_lock)
        {
            _gaps.Add(new TraceGap(_confirmed + _open.Count, count));
            for (int index = 0; index < count; index++)
                _open.Add(double.NaN);
        }
    }

    /// <summary>The meter's account agrees with everything so far.</summary>
    internal void Confirm()
    {
        lock (_lock)
            Confirm(_confirmed + _open.Count);
    }

    /// <summary>The meter's account agrees with everything up to a position.</summary>
    internal void Confirm(long position)
    {
        lock (_lock)
        {
            int count = (int)(position - _confirmed);
            int events = _openEvents.Count(index => _events[index].Sample <= position);
            Close([.. _open.Take(count)], _openEvents[..events]);
            _confirmed = position;
            _open.RemoveRange(0, count);
            _openEvents.RemoveRange(0, events);
        }
    }

    /// <summary>The meter says that this many periods have passed since the last agreement, and not as many samples came.</summary>
    internal void Lose(long periods)
    {
        lock (_lock)
        {
            // Where in the stretch they belong is not known: no window may begin or end here, but each needs a place.
            foreach (int index in _openEvents)
                _events[index] = _events[index] with { Sample = Math.Min(_events[index].Sample, _confirmed + periods) };
            _gaps.Add(new TraceGap(_confirmed, periods));
            Close([], _openEvents);
            _confirmed += periods;
            _open.Clear();
            _openEvents.Clear();
        }
    }

    /// <summary>Wakes who waits.</summary>
    internal void Announce()
    {
        lock (_lock)
        {
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    /// <summary>The meter failed: every wait ends with the error, now and later. The first one stays.</summary>
    internal void Fail(Exception failure)
    {
        lock (_lock)
            _failure ??= failure;
        Announce();
    }

    // One block up to each event, so that an event never stands in the middle of one, and none over missing samples.
    private void Close(double[] values, IReadOnlyList<int> events)
    {
        int taken = 0;
        foreach (int index in events)
        {
            int end = values.Length == 0 ? 0 : (int)(_events[index].Sample - _confirmed);
            AddPresent(values, taken, end);
            _blocks.Add(new TraceBlock { First = _events[index].Sample, Values = default, Events = [_events[index]] });
            taken = end;
        }

        AddPresent(values, taken, values.Length);
    }

    private void AddPresent(double[] values, int first, int end)
    {
        for (int from = first; from < end;)
        {
            int to = from;
            while (to < end && !double.IsNaN(values[to]))
                to++;
            if (to > from)
                _blocks.Add(new TraceBlock { First = _confirmed + from, Values = values.AsMemory(from, to - from) });
            from = to + 1;
        }
    }
}
