using System.Globalization;
using System.Text.Json;
using static System.FormattableString;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Picks trials, events and samples out of the tokens of results.json.</summary>
/// <param name="name">What errors call the file.</param>
/// <param name="buffer">Where samples go; when it is full the reader stops. Empty to count them only.</param>
internal sealed class MlcommonsReader(string name, double[] buffer)
{
    private readonly List<MlcommonsTrial> _trials = [];
    private readonly List<string?> _path = [];
    private readonly List<(string Label, long Sample)> _events = [];
    private MlcommonsTrial? _trial;
    private string? _member;
    private string? _label;
    private long? _index;
    private int _root = -1;
    private int _filled;
    private long _samples;

    /// <summary>Every object of the list, once the document is read.</summary>
    public IReadOnlyList<MlcommonsTrial> Trials => _trials;

    /// <summary>Empties the buffer and tells how much was in it.</summary>
    public int TakeSamples()
    {
        int filled = _filled;
        _filled = 0;
        return filled;
    }

    /// <summary>Takes tokens until the buffer is full.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        while (buffer.Length == 0 || _filled < buffer.Length)
        {
            if (!reader.Read())
                return false;
            TakeToken(ref reader);
        }

        return true;
    }

    private void TakeToken(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _member = reader.GetString();
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Enter(reader.TokenType);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Leave();
                break;
            default:
                TakeValue(ref reader);
                break;
        }

        _member = null;
    }

    // The list may be left out around a single object.
    private void Enter(JsonTokenType token)
    {
        if (_root < 0)
            _root = token == JsonTokenType.StartArray ? 1 : 0;
        if (_path.Count == _root && token == JsonTokenType.StartObject)
            Begin();
        else if (IsAt("power", "timestamps"))
            (_label, _index) = (null, null);
        _path.Add(_member);
    }

    private void Leave()
    {
        _path.RemoveAt(_path.Count - 1);
        if (IsAt("power", "timestamps"))
            AddEvent();
        else if (_path.Count == _root && _trial is not null)
            End();
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        if (_trial is null)
            return;
        if (IsAt("power", "samples"))
            AddSample(ref reader);
        else if (_path.Count == _root + 4 && IsUnder("power", "timestamps"))
            TakeEventPart(ref reader);
        else if (_path.Count == _root + 2 && _path[^1] == "power" && _member == "voltage")
            _trial = _trial with { SupplyVolts = Number(ref reader) };
        else if (_path.Count == _root + 2 && _path[^1] == "infer" && _member == "iterations" && Number(ref reader) is > 0 and < long.MaxValue and var count)
            _trial = _trial with { Inferences = (long)count };
        else if (_path.Count == _root + 1 && _member == "file" && reader.TokenType == JsonTokenType.String)
            _trial = _trial with { File = reader.GetString() };
    }

    private void Begin()
    {
        _trial = new MlcommonsTrial { Index = _trials.Count, Samples = 0, Events = [] };
        _events.Clear();
        _samples = 0;
    }

    private void End()
    {
        for (int index = 0; index < _events.Count; index++)
        {
            if (_events[index].Sample > _samples || (index > 0 && _events[index].Sample < _events[index - 1].Sample))
                throw new TraceException(EventPlace(index), Invariant($"is at sample {_events[index].Sample} of {_samples}; expected events in order and inside the trial"));
        }

        _trials.Add(_trial! with { Samples = _samples, Events = [.. _events] });
        _trial = null;
    }

    private void AddSample(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double joules) || !double.IsFinite(joules))
            throw new TraceException(Invariant($"{name}, $[{_trial!.Index}].power.samples[{_samples}]"), "is no number; expected joules");
        if (buffer.Length > 0)
            buffer[_filled++] = joules;
        _samples++;
    }

    // A pair of label and index; runners before the first release wrote the label as a number.
    private void TakeEventPart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            _label = reader.GetString();
        }
        else if (Number(ref reader) is { } value)
        {
            if (_index is not null)
                _label ??= Invariant($"{_index}");
            if (!(value is >= 0 and <= int.MaxValue && value == Math.Floor(value)))
                throw new TraceException(EventPlace(_events.Count), Invariant($"is at sample {value}; expected a whole number from 0 on"));
            _index = (long)value;
        }
    }

    private void AddEvent()
    {
        if (_index is not { } index)
            throw new TraceException(EventPlace(_events.Count), "has no sample index; expected a label and an index");
        _events.Add((_label ?? "", index));
    }

    private string EventPlace(int index) => Invariant($"{name}, $[{_trial?.Index}].power.timestamps[{index}]");

    private bool IsAt(string outer, string inner) => _trial is not null && _path.Count == _root + 3 && IsUnder(outer, inner);

    private bool IsUnder(string outer, string inner) => _path[_root + 1] == outer && _path[_root + 2] == inner;

    private static double? Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value) ? value
        : reader.TokenType == JsonTokenType.String && double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) ? value
        : null;
}
