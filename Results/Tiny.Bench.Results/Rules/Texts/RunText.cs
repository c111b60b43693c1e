namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>What a log.txt or results.txt of either runner says. Nothing is guessed: what is not printed is null or empty.</summary>
public sealed class RunText
{
    internal RunText()
    {
    }

    /// <summary>Performance windows in printed order; a window that is printed three times is one.</summary>
    public IReadOnlyList<PrintedWindow> Windows => WindowList;

    /// <summary>Energy windows in printed order.</summary>
    public IReadOnlyList<PrintedWindow> EnergyWindows => EnergyList;

    /// <summary>Every timed run with its laps (EEMBC logs).</summary>
    public IReadOnlyList<TimedRun> Runs => RunList;

    /// <summary>Every input, in order of sending.</summary>
    public IReadOnlyList<LoadedInput> Inputs => InputList;

    /// <summary>Every printed output, in order.</summary>
    public IReadOnlyList<PrintedAnswer> Answers => AnswerList;

    /// <summary>Every error line.</summary>
    public IReadOnlyList<PrintedError> Errors => ErrorList;

    /// <summary>The last printed top-1 accuracy in percent.</summary>
    public double? TopOnePercent { get; internal set; }

    /// <summary>The last printed area under the curve.</summary>
    public double? Auc { get; internal set; }

    /// <summary>The last printed median throughput in inferences a second.</summary>
    public double? MedianThroughput { get; internal set; }

    /// <summary>The last printed median energy in microjoules per inference.</summary>
    public double? MedianEnergy { get; internal set; }

    /// <summary>The last printed power in milliwatts.</summary>
    public double? PowerMilliwatts { get; internal set; }

    /// <summary>The last printed duty cycle, 0 to 1.</summary>
    public double? DutyCycle { get; internal set; }

    /// <summary>The last printed estimate of the streaming throughput.</summary>
    public double? EstimatedThroughput { get; internal set; }

    /// <summary>True positives, false negatives and false positives of a streaming run.</summary>
    public (int TruePositives, int FalseNegatives, int FalsePositives)? Detections { get; internal set; }

    /// <summary>Vendor name that the device gave.</summary>
    public string? DeviceName { get; internal set; }

    /// <summary>Profile text that the device gave.</summary>
    public string? Profile { get; internal set; }

    /// <summary>Model id that the device gave: <c>kws01</c>.</summary>
    public string? Model { get; internal set; }

    /// <summary>The line where the runner says that the session begins; null when it does not say.</summary>
    public int? SessionStart { get; internal set; }

    /// <summary>The line where the runner says that the session is over; null when it does not say.</summary>
    public int? SessionEnd { get; internal set; }

    /// <summary>Number of lines.</summary>
    public int Lines { get; internal set; }

    internal List<PrintedAnswer> AnswerList { get; } = [];

    internal List<PrintedWindow> WindowList { get; } = [];

    internal List<PrintedWindow> EnergyList { get; } = [];

    internal List<TimedRun> RunList { get; } = [];

    internal List<LoadedInput> InputList { get; } = [];

    internal List<PrintedError> ErrorList { get; } = [];

    /// <summary>Reads a text. Every text can be read; a line that is not known is skipped.</summary>
    public static RunText Parse(string text)
    {
        var reader = new RunTextReader();
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf('\n');
            reader.Take(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return reader.Text;
    }
}
