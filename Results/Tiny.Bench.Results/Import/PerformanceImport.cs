using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Makes the performance of a record: of the report, or where that is missing of the laps in the log.</summary>
internal sealed class PerformanceImport(RunFiles files, ICollection<string> notes, ICollection<ImportProblem> problems)
{
    // The report rounds to three decimals, and the first lap's print lies within the window; more is another run.
    private const double LargestDisagreement = 0.005;

    // Half of the last decimal of a printed run time.
    private const double RoundingSeconds = 0.0005;

    /// <summary>The figures and their file; null when neither file gives any.</summary>
    public (PerformanceRecord Record, string Source)? Read()
    {
        RunReport? report = files.Report(RunFileMode.Performance);
        IReadOnlyList<Exchange> exchanges = files.Log(RunFileMode.Performance)?.Exchanges ?? [];
        if (report is not null && (report.Performance.Count > 0 || report.MedianThroughput is not null))
            return FromReport(report, exchanges) is { } record ? (record, report.Source) : null;
        if (files.Evidence(RunFileMode.Performance, RunFileRole.Log) is not { } log)
            return Nothing(report?.Source);
        if (files.Evidence(RunFileMode.Performance, RunFileRole.Results) is not null)
            Nothing(report?.Source);
        return FromLaps(log, exchanges) is { } laps ? (laps, log) : null;
    }

    private (PerformanceRecord, string)? Nothing(string? source)
    {
        if (source is not null)
            problems.Add(new ImportProblem(source, 0, "holds no throughput"));
        return null;
    }

    private PerformanceRecord? FromReport(RunReport report, IReadOnlyList<Exchange> exchanges)
    {
        if (report.HasRepeats)
            notes.Add("lines of the performance report are there several times and were taken once");
        RunReport told = WindowsOf(report);
        var windows = new List<WindowRecord>();
        var throughputs = new List<double>();
        int index = 0;
        foreach ((int number, PerformanceWindow window) in told.Performance)
        {
            string? input = exchanges.Count == told.Performance.Count ? exchanges[index].Input : null;
            index++;
            if (window is not { Inferences: { } inferences, Seconds: { } seconds })
            {
                problems.Add(new ImportProblem(told.Source, 0, $"window {number} lacks its number of inferences or its run time; left out"));
                continue;
            }

            windows.Add(Window(input, (int)inferences, seconds));
            throughputs.Add(ThroughputOf(told, number, window, inferences / seconds));
        }

        double? computed = throughputs.Count > 0 ? Statistics.Median(throughputs) : null;
        if (report.MedianThroughput is null && computed is not null)
            notes.Add("the median throughput is not printed and was computed from the windows");
        if (report.MedianThroughput is { } printed && computed is { } expected && Differ(printed, expected))
            problems.Add(new ImportProblem(report.Source, 0, $"prints a median of {printed} inf./sec., but its windows give {expected:G6}; the printed one is taken"));
        if ((report.MedianThroughput ?? computed) is not { } median)
            return null;
        CompareWithLaps(report, exchanges, median);
        return Record(windows, median);
    }

    // A runner that does not print its windows still logs them.
    private RunReport WindowsOf(RunReport report)
    {
        if (report.Performance.Count > 0 || files.LogReport(RunFileMode.Performance) is not { Performance.Count: > 0 } log)
            return report;
        notes.Add("the performance report gives the median only; the windows are those of the log");
        return log;
    }

    // The printed one was computed before the run time was rounded: 10 inferences in "0.031 sec." are not 322.6 a second.
    private double ThroughputOf(RunReport report, int number, PerformanceWindow window, double computed)
    {
        if (window.Throughput is not { } printed)
            return computed;
        double rounding = RoundingSeconds / window.Seconds!.Value;
        if (Math.Abs(printed - computed) > (LargestDisagreement + rounding) * computed)
            problems.Add(new ImportProblem(report.Source, 0, $"prints {printed} inf./sec. for window {number}, but its inferences and run time give {computed:G6}; the printed one is taken"));
        return printed;
    }

    private void CompareWithLaps(RunReport report, IReadOnlyList<Exchange> exchanges, double median)
    {
        double[] throughputs = Throughputs(exchanges);
        if (throughputs.Length > 0 && throughputs.Length == exchanges.Count && Differ(Statistics.Median(throughputs), median))
            problems.Add(new ImportProblem(report.Source, 0, $"says {median} inf./sec., but the laps in the log give {Statistics.Median(throughputs):G6}; the report is taken"));
    }

    private PerformanceRecord? FromLaps(string source, IReadOnlyList<Exchange> exchanges)
    {
        var windows = new List<WindowRecord>();
        foreach (Exchange exchange in exchanges)
        {
            if (exchange is { Inferences: > 0, Seconds: > 0 and { } seconds })
                windows.Add(Window(exchange.Input, exchange.Inferences, seconds));
            else
                problems.Add(new ImportProblem(source, exchange.Line, $"inference batch with {exchange.Laps.Count} laps; two that differ make a window, left out"));
        }

        if (windows.Count == 0)
        {
            problems.Add(new ImportProblem(source, 0, "holds no window: no report, and no inference batch between two laps"));
            return null;
        }

        notes.Add("no report of the performance run; the throughput was computed from m-lap-us in the log");
        return Record(windows, Statistics.Median(windows.Select(window => window.Inferences / window.Seconds)));
    }

    private PerformanceRecord Record(List<WindowRecord> windows, double throughput)
    {
        string[] inputs = [.. windows.Select(window => window.Input).OfType<string>()];
        if (inputs.Length < windows.Count)
            notes.Add("no log names the inputs of the performance windows");
        return new PerformanceRecord
        {
            Windows = windows,
            MedianLatencyMicroseconds = 1e6 / throughput,
            InferencesPerSecond = throughput,
            Quick = false,
            RuleMet = windows.Count >= PublishedRule.Windows
                && windows.TrueForAll(window => window.Seconds >= PublishedRule.WindowSeconds)
                && inputs.Distinct(StringComparer.Ordinal).Count() == windows.Count,
        };
    }

    private static WindowRecord Window(string? input, int inferences, double seconds) => new()
    {
        Input = input,
        Inferences = inferences,
        Seconds = seconds,
        LatencyMicroseconds = seconds * 1e6 / inferences,
    };

    private static double[] Throughputs(IReadOnlyList<Exchange> exchanges) =>
        [.. exchanges.Where(exchange => exchange is { Inferences: > 0, Seconds: > 0 }).Select(exchange => exchange.Inferences / exchange.Seconds!.Value)];

    private static bool Differ(double one, double other) => Math.Abs(one - other) > LargestDisagreement * other;
}
