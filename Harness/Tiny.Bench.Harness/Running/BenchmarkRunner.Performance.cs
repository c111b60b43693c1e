using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Running;

/// <content>Performance mode: a few long windows, each on one input.</content>
public sealed partial class BenchmarkRunner
{
    // As the official runner sends it: "infer N 1".
    private const int Warmup = 1;

    /// <summary>Times windows on inputs spread over the list.</summary>
    /// <param name="task">What the files hold.</param>
    /// <param name="list">The samples; with fewer than there are windows, inputs repeat and the rule is not met.</param>
    /// <param name="system">A system that runs a model of the task.</param>
    /// <param name="rule">Number and length of the windows.</param>
    /// <param name="quick">Whether to use the rule's short windows.</param>
    /// <param name="progress">Called after each window.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="TinyBenchException">A sample is missing or does not fit the system, the system failed, or its clock stands still.</exception>
    public async ValueTask<PerformanceResult> RunPerformanceAsync(
        BenchmarkTask task,
        SampleList list,
        ISystemUnderTest system,
        PerformanceRule rule,
        bool quick = false,
        Action<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        long started = _time.GetTimestamp();
        TimeSpan length = quick ? rule.QuickWindow : rule.MinimumWindow;
        var windows = new List<PerformanceWindow>(rule.Windows);
        int count = 1;
        for (int number = 0; number < rule.Windows; number++)
        {
            string input = await LoadAsync(task, list, system, number, rule.Windows, cancellationToken);
            PerformanceWindow window = await TimeAsync(system, input, count, length, cancellationToken);
            count = window.Inferences;
            windows.Add(window);
            progress?.Invoke(new RunProgress(windows.Count, rule.Windows, _time.GetElapsedTime(started)));
        }

        return new PerformanceResult
        {
            Windows = windows,
            Quick = quick,
            RuleMet = windows.TrueForAll(window => window.Elapsed >= rule.MinimumWindow)
                && windows.DistinctBy(window => window.Input, StringComparer.Ordinal).Count() == windows.Count,
        };
    }

    // Spread over the samples, and over the windows of a sample: a list of one long file has many inputs too.
    private static async ValueTask<string> LoadAsync(
        BenchmarkTask task, SampleList list, ISystemUnderTest system, int number, int total, CancellationToken cancellationToken)
    {
        TaskSample sample = list.Samples[(int)((long)number * list.Samples.Count / total)];
        var inputs = await SampleInputs.ReadAsync(task, sample, system, cancellationToken);
        int index = (int)((long)number * inputs.Count / total);
        await system.LoadAsync(inputs.Bytes(index), cancellationToken);
        return inputs.HasWindows ? $"{sample.File}, window {index}" : sample.File;
    }

    // One batch is one window. A batch that proves too short is dropped and only tells how many inferences to ask for next.
    private async ValueTask<PerformanceWindow> TimeAsync(
        ISystemUnderTest system, string input, int count, TimeSpan length, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long started = _time.GetTimestamp();
            TimeSpan elapsed = await system.InferAsync(count, Warmup, cancellationToken);
            if (elapsed >= length)
                return new PerformanceWindow(input, count, elapsed);

            TimeSpan host = _time.GetElapsedTime(started);
            bool standsStill = elapsed <= TimeSpan.Zero && host >= length;
            if (elapsed < TimeSpan.Zero || standsStill || count == int.MaxValue)
            {
                throw new SystemUnderTestException(
                    system.Name,
                    $"its clock says {elapsed.TotalSeconds} s for {count} inferences, the host's {host.TotalSeconds} s; expected a clock that goes forward");
            }

            count = NextCount(count, elapsed, length);
        }
    }

    // The estimate and a tenth more, so that the next batch is long enough; from a short batch it is not trusted beyond a factor of 100.
    private static int NextCount(int count, TimeSpan elapsed, TimeSpan length)
    {
        double needed = elapsed > TimeSpan.Zero ? 1.1 * count * (length / elapsed) : double.PositiveInfinity;
        return (int)Math.Min(int.MaxValue, Math.Clamp(Math.Ceiling(needed), count + 1.0, count * 100.0));
    }
}
