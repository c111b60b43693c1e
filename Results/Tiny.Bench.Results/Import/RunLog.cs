using System.Globalization;
using Tiny.Bench.Results.Import.Lines;

namespace Tiny.Bench.Results.Import;

/// <summary>What a log of either runner says.</summary>
internal sealed class RunLog
{
    private readonly List<Exchange> _exchanges = [];

    private RunLog(string source) => Source = source;

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>Version of the EEMBC runner; null when it was not asked.</summary>
    public string? Version { get; private set; }

    /// <summary>Model that the board names: <c>kws01</c>.</summary>
    public string? Model { get; private set; }

    /// <summary>Supply voltage in millivolts, by the meter.</summary>
    public int? Millivolts { get; private set; }

    /// <summary>The meter: <c>lpm01a</c>.</summary>
    public string? Monitor { get; private set; }

    /// <summary>Whether the MLCommons runner wrote it.</summary>
    public bool IsMlCommons { get; private set; }

    /// <summary>Every batch, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>Reads a text. Vendors' own lines are no problem; a protocol line that cannot be read is one.</summary>
    public static RunLog Read(SourceText text, ICollection<ImportProblem> problems)
    {
        var log = new RunLog(text.Name);
        string? input = null;
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.Content.AsSpan().EnumerateLines())
        {
            number++;
            LogLine line = LogLine.Of(raw);
            log.IsMlCommons |= line.ClockDecimals == LogLine.MlCommonsDecimals;
            if (InputMessage.TryParse(line.Message, out string file))
                input = file;
            else if (WindowHeading.TryParsePerformance(line.Message, out _, out _) && line.ClockDecimals == LogLine.MlCommonsDecimals)
                log._exchanges.Add(new Exchange(number, input, 0));
            else if (line.Source is "" or "dut")
                log.AddBoard(line.Message, number, input, text, problems);
            else
                log.AddRunner(line.Message, number, text, problems);
        }

        return log;
    }

    private void AddBoard(ReadOnlySpan<char> message, int line, string? input, SourceText text, ICollection<ImportProblem> problems)
    {
        if (CountMessage.TryParse(message, CountMessage.InferenceStart, out bool found, out CountMessage start) && start.Value is > 0 and <= int.MaxValue)
            _exchanges.Add(new Exchange(line, input, (int)start.Value));
        else if (!found && CountMessage.TryParse(message, CountMessage.Lap, out found, out CountMessage lap))
            AddLap(lap);
        else if (!found && AnswerMessage.TryParse(message, out found, out double[] answer))
            AddAnswer(answer);
        else if (!found && BracketMessage.TryParse(message, BracketMessage.Model, out ReadOnlySpan<char> model))
            Model ??= model.ToString();
        else if (found)
            problems.Add(text.Problem(line, $"is a message of the protocol that cannot be read: {SourceText.Quote(message)}"));
    }

    // A lap after the answer is that of the command "timestamp".
    private void AddLap(CountMessage lap)
    {
        if (_exchanges is [.., { Answer: null } last])
            last.Laps.Add(lap.Value);
    }

    private void AddAnswer(double[] answer)
    {
        if (_exchanges.Count > 0)
            _exchanges[^1].Answer ??= answer;
    }

    private void AddRunner(ReadOnlySpan<char> message, int line, SourceText text, ICollection<ImportProblem> problems)
    {
        if (BracketMessage.TryParse(message, BracketMessage.Version, out ReadOnlySpan<char> version))
            Version ??= version.ToString();
        else if (BracketMessage.TryParse(message, BracketMessage.MonitorFile, out ReadOnlySpan<char> monitor))
            Monitor ??= monitor.ToString();
        else if (BracketMessage.TryParse(message, BracketMessage.Millivolts, out ReadOnlySpan<char> volts))
            AddVoltage(volts, line, text, problems);
    }

    private void AddVoltage(ReadOnlySpan<char> millivolts, int line, SourceText text, ICollection<ImportProblem> problems)
    {
        if (int.TryParse(millivolts, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0)
            Millivolts = value;
        else
            problems.Add(text.Problem(line, $"is no voltage in millivolts: {SourceText.Quote(millivolts)}"));
    }
}
