using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Turns the states of digital inputs into events: an edge is a change between two samples whose states are both known.</summary>
internal sealed class DigitalInputs
{
    private readonly Dictionary<string, bool> _states = new(StringComparer.Ordinal);
    private readonly List<TraceEvent> _events = [];

    /// <summary>Takes the state of an input at a sample.</summary>
    public void Set(string name, bool high, long sample)
    {
        if (_states.TryGetValue(name, out bool before) && before != high)
            _events.Add(new TraceEvent($"{name} {(high ? "rising" : "falling")}", sample));
        _states[name] = high;
    }

    /// <summary>Takes a column: one letter for each input, <c>0</c> or <c>1</c>; any other letter is a state that is not known.</summary>
    public void Set(string heading, ReadOnlySpan<byte> letters, long sample)
    {
        letters = letters.Trim((byte)'"');
        if (heading.Length == 2 || !heading.Contains('-', StringComparison.Ordinal))
        {
            if (letters.Length == 1 && letters[0] is (byte)'0' or (byte)'1')
                Set(heading, letters[0] == (byte)'1', sample);
            return;
        }

        for (int index = 0; index < letters.Length; index++)
        {
            if (letters[index] is (byte)'0' or (byte)'1')
                Set(string.Create(CultureInfo.InvariantCulture, $"D{index}"), letters[index] == (byte)'1', sample);
        }
    }

    /// <summary>The events since the last call.</summary>
    public IReadOnlyList<TraceEvent> Take()
    {
        if (_events.Count == 0)
            return [];
        TraceEvent[] events = [.. _events];
        _events.Clear();
        return events;
    }
}
