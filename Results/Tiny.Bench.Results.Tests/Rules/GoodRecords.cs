using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Rules;

/// <summary>Two made-up runs of kws01 that break no rule.</summary>
internal static class GoodRecords
{
    public static RunRecord Accuracy { get; } = SampleRecords.Full with
    {
        Target = "serial:/dev/ttyACM0@115200",
        Performance = null,
        Comparison = null,
    };

    public static RunRecord Performance { get; } = Accuracy with
    {
        Mode = RunMode.Performance,
        Quality = null,
        Performance = new PerformanceRecord
        {
            Windows =
            [
                .. Enumerable.Range(0, 5).Select(index => new WindowRecord
                {
                    Input = $"sample_{index}.bin",
                    Inferences = 250,
                    Seconds = 10.861 + (index / 1000.0),
                    LatencyMicroseconds = (10.861 + (index / 1000.0)) * 4000,
                }),
            ],
            MedianLatencyMicroseconds = 10.863 * 4000,
            Quick = false,
            RuleMet = true,
        },
    };

    public static RunRecord Energy { get; } = Performance with
    {
        Mode = RunMode.Energy,
        Performance = null,
        Energy = new EnergyRecord
        {
            Windows = [.. Enumerable.Repeat(new EnergyWindowRecord { Inferences = 250, Seconds = 10.88, Microjoules = 348000 }, 5)],
            MedianMicrojoulesPerInference = 1392,
            InferencesPerSecond = 250 / 10.88,
        },
    };

    public static IReadOnlyList<StoredRecord> Stored(RunRecord accuracy, RunRecord performance) => [new("a.json", accuracy), new("p.json", performance)];

    /// <summary>The performance run with one window changed, and the figures that follow from it.</summary>
    public static RunRecord WithWindow(int index, Func<WindowRecord, WindowRecord> change)
    {
        WindowRecord[] windows = [.. Performance.Performance!.Windows];
        windows[index] = change(windows[index]);
        double[] sorted = [.. windows.Select(window => window.LatencyMicroseconds).Order()];
        return Performance with { Performance = Performance.Performance with { Windows = windows, MedianLatencyMicroseconds = sorted[2] } };
    }
}
