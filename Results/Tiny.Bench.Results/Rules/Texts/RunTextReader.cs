using System.Globalization;
using Tiny.Bench.Results.Import.Lines;

namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>Collects a <see cref="RunText"/> line by line; the state is the block that the lines belong to.</summary>
internal sealed class RunTextReader
{
    private const string InferStart = "m-infer-start-";
    private const string Lap = "m-lap-us-";

    // The longest run, of ad01, has 48,608 answers, and there is a runner that prints every line three times.
    private const int MostAnswers = 250_000;

    private int _line;
    private int _answers;
    private InferenceCount _repeats;
    private PrintedWindow? _window;
    private TimedRun? _run;

    public RunText Text { get; } = new();

    public void Take(ReadOnlySpan<char> line)
    {
        Text.Lines = ++_line;
        line = TerminalText.Plain(line.TrimEnd());
        if (line.IsEmpty)
            return;
        if (ErrorLine.TryParse(line, out ErrorLine error))
            Text.ErrorList.Add(new PrintedError(_line, error.Text));
        _repeats = _repeats.After(line);
        if (WindowLine.TryParse(line, out WindowLine window))
            OpenWindow(window);
        else if (!TakeAnswer(line) && !TakeDevice(line) && !TakeInput(line) && !TakeSession(line) && !TakeSummary(line))
            TakeFigure(line);
    }

    private bool TakeAnswer(ReadOnlySpan<char> line)
    {
        bool whole = AnswerMessage.TryParse(line, out bool found, out double[] values);
        if (!found)
            return false;
        if (_answers == MostAnswers)
            Text.ErrorList.Add(new PrintedError(_line, $"more than {MostAnswers} answers, of which the others are not read"));
        if (_answers++ >= MostAnswers)
            return true;
        LoadedInput? input = Text.InputList.Count > 0 ? Text.InputList[^1] : null;
        Text.AnswerList.Add(new PrintedAnswer(_line, input?.File, input?.Part ?? 0, _repeats == default, whole ? values : null));
        return true;
    }

    private bool TakeSession(ReadOnlySpan<char> line)
    {
        if (line.Contains("m-session-start-id[", StringComparison.Ordinal) || line.StartsWith("Logging initialized.", StringComparison.Ordinal))
            Text.SessionStart ??= _line;
        else if (line.Contains("m-session-stop-id[", StringComparison.Ordinal) || line.StartsWith("Session logged in", StringComparison.Ordinal))
            Text.SessionEnd = _line;
        else
            return false;
        return true;
    }

    // A line that is printed three times opens its window once: only another number opens another.
    private void OpenWindow(WindowLine line)
    {
        List<PrintedWindow> list = line.Energy ? Text.EnergyList : Text.WindowList;
        if (list.Count == 0 || list[^1] != _window || _window!.Number != line.Number)
            list.Add(new PrintedWindow(line.Number, _line) { Seconds = line.Seconds, AtSeconds = line.AtSeconds });
        _window = list[^1];
    }

    private bool TakeDevice(ReadOnlySpan<char> line)
    {
        if (MessageLine.TryParse(line, "m-name-dut-[", "Device name retrieved:", out string name))
            Text.DeviceName ??= name;
        else if (MessageLine.TryParse(line, "m-profile-[", "Device profile retrieved:", out string profile))
            Text.Profile ??= profile;
        else if (MessageLine.TryParse(line, "m-model-[", "Device model retrieved:", out string model))
            Text.Model ??= model;
        else if (FigureLine.TryParse(line, InferStart, out double inferences) && inferences is >= 0 and <= uint.MaxValue)
            Text.RunList.Add(_run = new TimedRun(_line, (long)inferences));
        else if (line.Contains("m-infer-done", StringComparison.Ordinal))
            _run = null;
        else if (TryParseLap(line, out ulong lap))
            _run?.AddLap(lap, FigureLine.TryParseNumber(line, out double time) ? time : double.NaN);
        else
            return false;
        return true;
    }

    private static bool TryParseLap(ReadOnlySpan<char> line, out ulong lap)
    {
        lap = 0;
        int at = line.IndexOf(Lap, StringComparison.Ordinal);
        return at >= 0 && ulong.TryParse(line[(at + Lap.Length)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out lap);
    }

    private bool TakeInput(ReadOnlySpan<char> line)
    {
        if (LoadLine.TryParse(line, out LoadLine load))
        {
            Text.InputList.Add(new LoadedInput(_line, load.File, load.Part));
            _repeats = default;
        }
        else if (Text.InputList.Count > 0 && FigureLine.TryParse(line, "Starting at byte offset", out double offset))
            Text.InputList[^1] = Text.InputList[^1] with { Part = (long)offset };
        else
            return false;
        return true;
    }

    private bool TakeSummary(ReadOnlySpan<char> line)
    {
        if (FigureLine.TryParse(line, "Median throughput is", out double value))
            Text.MedianThroughput = value;
        else if (FigureLine.TryParse(line, "Median energy cost is", out value))
            Text.MedianEnergy = value;
        else if (TopOneLine.TryParse(line, out value))
            Text.TopOnePercent = value;
        else if (FigureLine.TryParse(line, "AUC", out value))
            Text.Auc = value;
        else if (DetectionsLine.TryParse(line, out DetectionsLine found))
            Text.Detections = (found.TruePositives, found.FalseNegatives, found.FalsePositives);
        else if (FigureLine.TryParse(line, "Average duty cycle", out value))
            Text.DutyCycle = value;
        else if (FigureLine.TryParse(line, "Estimated throughput", out value))
            Text.EstimatedThroughput = value;
        else
            return false;
        return true;
    }

    private void TakeFigure(ReadOnlySpan<char> line)
    {
        if (line.EndsWith("mW.", StringComparison.Ordinal) && FigureLine.TryParse(line, "Power", out double power))
            Text.PowerMilliwatts = power;
        if (_window is null)
            return;
        if (FigureLine.TryParse(line, "Inferences", out double value))
            _window.Inferences = value is >= 0 and <= uint.MaxValue ? (long)value : null;
        else if (FigureLine.TryParse(line, "Runtime", out value) || FigureLine.TryParse(line, "Elapsed time", out value))
            _window.Seconds = value;
        else if (FigureLine.TryParse(line, "Throughput", out value))
            _window.Throughput = value;
        else if (FigureLine.TryParse(line, "Energy/Inf.", out value) || FigureLine.TryParse(line, "Energy/Inf", out value))
            _window.MicrojoulesPerInference = value;
        else if (FigureLine.TryParse(line, "Total Energy", out value) || FigureLine.TryParse(line, "Energy", out value))
            _window.Microjoules = value;
    }
}
