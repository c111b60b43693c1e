using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Collects loads and inferences in the order in which a log tells of them.</summary>
internal sealed class RecordingBuilder(string source)
{
    private readonly List<(byte[]? Content, List<RecordedInference> Inferences)> _loads = [];
    private readonly List<LapMessage> _laps = [];
    private string? _vendor;
    private string? _model;
    private int? _count;
    private int? _warmup;

    /// <summary>A new input; null when only its arrival is known.</summary>
    public void Load(byte[]? content) => _loads.Add((content, []));

    /// <summary>How many inferences were asked for.</summary>
    public void Asked(int count, int warmup)
    {
        _laps.Clear();
        _count = count;
        _warmup = warmup;
    }

    /// <summary>Reads a line of the device.</summary>
    public void Device(ReadOnlySpan<byte> line)
    {
        if (NameMessage.TryParse(line, out NameMessage name))
            _vendor = name.Vendor;
        else if (ModelMessage.TryParse(line, out ModelMessage model))
            _model = model.Id;
        else if (LapMessage.TryParse(line, out LapMessage lap))
            _laps.Add(lap);
        else if (CountMessage.TryParse(line, "m-warmup-start-"u8, out CountMessage warmup))
            Asked(_count ?? 1, (int)Math.Clamp(warmup.Count, 0, int.MaxValue));
        else if (CountMessage.TryParse(line, "m-infer-start-"u8, out CountMessage inferences))
            _count = (int)Math.Clamp(inferences.Count, 1, int.MaxValue);
        else if (Bracketed.TryFind(line, "m-results-["u8, out ReadOnlySpan<byte> results))
            Results(Encoding.UTF8.GetString(results), _laps is [var start, var end] ? end.Since(start) : null);
    }

    /// <summary>The end of an inference.</summary>
    public void Results(string results, TimeSpan? elapsed)
    {
        if (_loads.Count == 0)
            Load(null);
        _loads[^1].Inferences.Add(new RecordedInference(_count, _warmup, elapsed, results));
        _laps.Clear();
    }

    /// <summary>The vendor, where a log tells it in words of its own.</summary>
    public void Named(string vendor) => _vendor = vendor;

    /// <summary>The model, where a log tells it in words of its own.</summary>
    public void Runs(string model) => _model = model;

    /// <summary>What was collected; an input that was never inferred from is left out.</summary>
    public Recording Build()
    {
        RecordedLoad[] loads = [.. _loads.Where(load => load.Inferences.Count > 0).Select(load => new RecordedLoad(load.Content, load.Inferences))];
        if (loads.Length == 0)
            throw new RecordingException(source, "tells of no inference; expected a transcript, or a log of the EEMBC or the MLCommons runner");
        return new Recording { Source = source, Vendor = _vendor, ModelId = _model, Loads = loads };
    }

    /// <summary>Reads "N W" of an <c>infer</c> command.</summary>
    public void Command(string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["infer", ..])
            Asked(Number(words, 1, 1), Number(words, 2, 10));
    }

    private static int Number(string[] words, int index, int otherwise) =>
        words.Length > index && int.TryParse(words[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
