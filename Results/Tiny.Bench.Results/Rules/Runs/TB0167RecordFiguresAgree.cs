using System.Globalization;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>Arithmetic that anyone can repeat.</summary>
internal sealed class TB0167RecordFiguresAgree : IRecordRule
{
    public string Id => "TB0167";

    public string Title => "Latency is time over inferences, its median that of the windows, accuracy the share of correct samples.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, metric: median of five";

    public bool Official => false;

    public string Passing => "10.25 s, 5000 inferences, 2050 us";

    public string Failing => "10.25 s, 5000 inferences, 1050 us";

    private const double Allowed = 1e-6;

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records) => records.Where(stored => stored.Record.Submission is null).SelectMany(Faults);

    private IEnumerable<RuleViolation> Faults(StoredRecord stored)
    {
        IReadOnlyList<WindowRecord> windows = stored.Record.Performance?.Windows ?? [];
        for (int index = 0; index < windows.Count; index++)
        {
            double expected = windows[index].Seconds * 1e6 / windows[index].Inferences;
            if (Differs(windows[index].LatencyMicroseconds, expected))
                yield return this.Broken(new Place(stored.Name, Window: index + 1, Field: $"$.performance.windows[{index}].latencyMicroseconds"), Text(windows[index].LatencyMicroseconds, expected));
        }

        double[] latencies = [.. windows.Select(window => window.LatencyMicroseconds).Where(double.IsFinite)];
        if (latencies.Length > 0 && Differs(stored.Record.Performance!.MedianLatencyMicroseconds, Statistics.Median(latencies)))
            yield return this.Broken(new Place(stored.Name, Field: "$.performance.medianLatencyMicroseconds"), Text(stored.Record.Performance.MedianLatencyMicroseconds, Statistics.Median(latencies)));
        if (stored.Record.Quality is { Accuracy: { } accuracy, Correct: { } correct, Samples: > 0 and { } samples } && Differs(accuracy, (double)correct / samples))
            yield return this.Broken(new Place(stored.Name, Field: "$.quality.accuracy"), Text(accuracy, (double)correct / samples));
    }

    // Not "larger than": what is no number differs from everything.
    private static bool Differs(double value, double expected) => !(Math.Abs(value - expected) <= Allowed * Math.Abs(expected));

    private static string Text(double value, double expected) => string.Create(CultureInfo.InvariantCulture, $"is {value}; the other members give {expected}");
}
