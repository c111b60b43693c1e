using Tiny.Bench.Results.Import.Lines;

namespace Tiny.Bench.Results.Import;

/// <summary>The figures of a <c>results.txt</c>, or of a log that repeats them. What it does not say is null or empty.</summary>
internal sealed class RunReport
{
    private RunReport(string source) => Source = source;

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>Windows of the performance run, by their number.</summary>
    public SortedDictionary<int, PerformanceWindow> Performance { get; } = [];

    /// <summary>Windows of the energy run, by their number.</summary>
    public SortedDictionary<int, EnergyWindow> Energy { get; } = [];

    /// <summary>Inferences a second.</summary>
    public double? MedianThroughput { get; private set; }

    /// <summary>Microjoules per inference.</summary>
    public double? MedianEnergy { get; private set; }

    /// <summary>Percent.</summary>
    public double? TopOne { get; private set; }

    public double? Auc { get; private set; }

    public HearingLine? Hearing { get; private set; }

    /// <summary>Share of time in which a streaming system computes.</summary>
    public double? DutyCycle { get; private set; }

    /// <summary>Inferences a second that a streaming system could make.</summary>
    public double? StreamThroughput { get; private set; }

    /// <summary>Whether the MLCommons runner wrote it: its clock has six decimals, and only it hears streams.</summary>
    public bool IsMlCommons { get; private set; }

    /// <summary>Whether a block or a line is there several times with equal figures.</summary>
    public bool HasRepeats { get; private set; }

    /// <summary>Reads a text. A line that should hold a figure and does not is a problem; any other line is somebody's remark.</summary>
    public static RunReport Read(SourceText text, ICollection<ImportProblem> problems)
    {
        var report = new RunReport(text.Name);
        var reader = new Reader(report, text, problems);
        foreach (ReadOnlySpan<char> line in text.Content.AsSpan().EnumerateLines())
            reader.Add(line);
        return report;
    }

    /// <summary>Where the next figure goes.</summary>
    private sealed class Reader(RunReport report, SourceText text, ICollection<ImportProblem> problems)
    {
        // A little more, because neither decimal fraction is exact.
        private const double HalfOfThirdDecimal = 0.000501;

        private readonly FigureTable _figures = new(text, problems);
        private PerformanceWindow? _performance;
        private EnergyWindow? _energy;
        private int _line;

        public void Add(ReadOnlySpan<char> raw)
        {
            _line++;
            LogLine line = LogLine.Of(raw);
            report.IsMlCommons |= line.ClockDecimals == LogLine.MlCommonsDecimals;
            ReadOnlySpan<char> message = line.Message;
            if (message.IsEmpty || TryAddHeading(line) || TryAddHearing(message))
                return;
            if (_figures.TryRead(message, _line, out FigureKind kind, out double value))
                Set(kind, value);
        }

        private bool TryAddHeading(LogLine line)
        {
            ReadOnlySpan<char> message = line.Message;
            if (WindowHeading.TryParsePerformance(message, out bool found, out WindowHeading heading))
            {
                _energy = null;
                _performance = Open(report.Performance, heading.Number);
                // Only the MLCommons runner leaves out the clock and the colon.
                report.IsMlCommons |= line.ClockDecimals == 0 && !message.EndsWith(':');
            }
            else if (!found && WindowHeading.TryParseEnergy(message, out found, out heading))
            {
                _performance = null;
                _energy = Open(report.Energy, heading.Number);
                if (heading.Seconds is { } seconds)
                    _energy.Seconds = Keep(_energy.Seconds, seconds);
                else
                    report.IsMlCommons = true;
            }
            else if (found)
            {
                (_performance, _energy) = (null, null);
                problems.Add(text.Problem(_line, $"is the heading of a window without its number: {SourceText.Quote(message)}"));
            }

            return found;
        }

        private bool TryAddHearing(ReadOnlySpan<char> message)
        {
            if (HearingLine.TryParse(message, out bool found, out HearingLine hearing))
            {
                report.Hearing = hearing;
                report.IsMlCommons = true;
            }
            else if (found)
            {
                problems.Add(text.Problem(_line, $"should count true positives, false negatives and false positives: {SourceText.Quote(message)}"));
            }

            return found;
        }

        private void Set(FigureKind kind, double value)
        {
            switch (kind)
            {
                case FigureKind.Inferences when _performance is not null: _performance.Inferences = Keep(_performance.Inferences, value); break;
                case FigureKind.Inferences when _energy is not null: _energy.Inferences = Keep(_energy.Inferences, value); break;
                case FigureKind.Runtime when _performance is not null: _performance.Seconds = Keep(_performance.Seconds, value); break;
                case FigureKind.Throughput when _performance is not null: _performance.Throughput = Keep(_performance.Throughput, value); break;
                case FigureKind.ElapsedTime when _energy is not null: _energy.Seconds = Keep(_energy.Seconds, value); break;
                case FigureKind.Energy when _energy is not null: _energy.Microjoules = Keep(_energy.Microjoules, value); break;
                case FigureKind.Milliwatts when _energy is not null: _energy.PowerMilliwatts = Keep(_energy.PowerMilliwatts, value); break;
                case FigureKind.Microwatts when _energy is not null: _energy.PowerMilliwatts = Keep(_energy.PowerMilliwatts, value / 1000); break;
                case FigureKind.MedianThroughput: report.MedianThroughput = Keep(report.MedianThroughput, value); break;
                case FigureKind.MedianEnergy: report.MedianEnergy = Keep(report.MedianEnergy, value); break;
                case FigureKind.TopOne: report.TopOne = Keep(report.TopOne, value); break;
                case FigureKind.Auc: report.Auc = Keep(report.Auc, value); break;
                case FigureKind.DutyCycle: report.DutyCycle = Keep(report.DutyCycle, value); break;
                case FigureKind.StreamThroughput: report.StreamThroughput = Keep(report.StreamThroughput, value); break;
                default: problems.Add(text.Problem(_line, "is a figure of a window, but no window's heading stands before it")); break;
            }
        }

        private static T Open<T>(SortedDictionary<int, T> windows, int number)
            where T : class, new()
        {
            if (!windows.TryGetValue(number, out T? window))
                windows.Add(number, window = new T());
            return window;
        }

        // The official checker takes the last of several; one that contradicts an earlier one is worth a look.
        // The log of the MLCommons runner tells each window twice, first with three decimals.
        private double Keep(double? earlier, double value)
        {
            if (earlier is { } before && Math.Abs(before - value) <= HalfOfThirdDecimal)
                report.HasRepeats = true;
            else if (earlier is not null)
                problems.Add(text.Problem(_line, $"says {value} where an earlier line says {earlier}; the last one is taken"));
            return value;
        }
    }
}
