using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

public sealed class BenchmarkRunnerPerformanceTests : IDisposable
{
    private static readonly BenchmarkTask Task8 = FakeTask.Of(InputKind.Int8, QualityMetric.TopOne);
    private static readonly PerformanceRule Rule = new(5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.2));

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.003)]
    [InlineData(7)]
    [InlineData(600)]
    [InlineData(9999)]
    [InlineData(25000)]
    public async Task Every_window_is_one_batch_of_at_least_ten_seconds(double milliseconds)
    {
        TimeSpan latency = TimeSpan.FromMilliseconds(milliseconds);
        PerformanceResult result = await Run(System(_ => latency), Ten());
        Assert.Equal(5, result.Windows.Count);
        Assert.All(result.Windows, window => Assert.InRange(window.Elapsed.TotalSeconds, 10, Math.Max(12, 2 * latency.TotalSeconds)));
        Assert.All(result.Windows, window => Assert.Equal(window.Inferences * latency, window.Elapsed));
        Assert.Equal(latency.TotalMicroseconds, result.MedianLatencyMicroseconds, 1e-6);
        Assert.True(result.RuleMet);
        Assert.False(result.Quick);
    }

    [Fact]
    public async Task Inputs_are_spread_over_the_list()
    {
        FakeSystem system = System(_ => TimeSpan.FromSeconds(1));
        PerformanceResult result = await Run(system, Ten());
        Assert.Equal("0.bin 2.bin 4.bin 6.bin 8.bin", string.Join(' ', result.Windows.Select(window => window.Input)));
        Assert.Equal([0, 2, 4, 6, 8], system.Loaded.Select(input => (int)input[0]));
    }

    [Fact]
    public async Task The_latency_is_the_median_over_the_windows()
    {
        // Inputs 0, 2, 4, 6, 8 take 5, 1, 4, 2 and 3 s.
        double[] seconds = [5, 0, 1, 0, 4, 0, 2, 0, 3, 0];
        PerformanceResult result = await Run(System(input => TimeSpan.FromSeconds(seconds[input[0]])), Ten());
        Assert.Equal([5e6, 1e6, 4e6, 2e6, 3e6], result.Windows.Select(window => window.LatencyMicroseconds));
        Assert.Equal(3e6, result.MedianLatencyMicroseconds);
    }

    [Fact]
    public async Task A_long_window_is_reached_in_few_batches_with_one_warmup_each()
    {
        FakeSystem system = System(_ => TimeSpan.FromMilliseconds(7));
        await Run(system, Ten());
        Assert.InRange(system.Batches.Count, 5, 8);
        Assert.All(system.Batches, batch => Assert.Equal(1, batch.Warmup));
    }

    [Fact]
    public async Task Quick_windows_are_short_and_do_not_meet_the_rule()
    {
        PerformanceResult result = await Run(System(_ => TimeSpan.FromMilliseconds(1)), Ten(), quick: true);
        Assert.All(result.Windows, window => Assert.InRange(window.Elapsed.TotalSeconds, 0.2, 0.3));
        Assert.True(result.Quick);
        Assert.False(result.RuleMet);
    }

    [Fact]
    public async Task Repeated_inputs_do_not_meet_the_rule()
    {
        SampleList list = FakeTask.Write(_folder, "", ([0], 0), ([1], 0));
        PerformanceResult result = await Run(System(_ => TimeSpan.FromSeconds(1)), list);
        Assert.Equal("0.bin 0.bin 0.bin 1.bin 1.bin", string.Join(' ', result.Windows.Select(window => window.Input)));
        Assert.False(result.RuleMet);
    }

    [Fact]
    public async Task A_single_file_of_many_windows_has_inputs_enough()
    {
        // Ten windows of one value: 0 to 9.
        byte[] file = [.. Enumerable.Range(0, 10).SelectMany(value => BitConverter.GetBytes((float)value))];
        SampleList list = FakeTask.Write(_folder, ",4,4", (file, 0));
        var system = new FakeSystem(4, _ => new InferenceResult([], default)) { Time = _time, Latency = _ => TimeSpan.FromSeconds(1) };
        PerformanceResult result = await new BenchmarkRunner(_time)
            .RunPerformanceAsync(FakeTask.Of(InputKind.Float32Windows, QualityMetric.Auc), list, system, Rule);
        Assert.Equal([0f, 2f, 4f, 6f, 8f], system.Loaded.Select(input => BitConverter.ToSingle(input)));
        Assert.Equal("0.bin, window 2", result.Windows[1].Input);
        Assert.True(result.RuleMet);
    }

    [Fact]
    public async Task The_systems_own_clock_measures_and_not_the_hosts()
    {
        // The board says half of what passed on the host: its figure counts, also for the length of the window.
        PerformanceResult result = await Run(System(_ => TimeSpan.FromSeconds(1), time => time / 2), Ten());
        Assert.All(result.Windows, window => Assert.True(window.Elapsed >= TimeSpan.FromSeconds(10)));
        Assert.Equal(5e5, result.MedianLatencyMicroseconds);
    }

    [Fact]
    public async Task A_clock_that_stands_still_is_an_error()
    {
        var error = await Assert.ThrowsAsync<SystemUnderTestException>(
            () => Run(System(_ => TimeSpan.FromMilliseconds(1), _ => TimeSpan.Zero), Ten()));
        Assert.Contains("expected a clock that goes forward", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_goes_backward_is_an_error() =>
        await Assert.ThrowsAsync<SystemUnderTestException>(() => Run(System(_ => TimeSpan.FromMilliseconds(1), time => -time), Ten()));

    [Fact]
    public async Task Cancelling_ends_the_run_before_the_next_batch()
    {
        using var cancel = new CancellationTokenSource();
        FakeSystem system = System(_ => TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new BenchmarkRunner(_time)
            .RunPerformanceAsync(Task8, Ten(), system, Rule, quick: false, _ => cancel.Cancel(), cancel.Token));
        Assert.Single(system.Batches);
    }

    private Task<PerformanceResult> Run(FakeSystem system, SampleList list, bool quick = false) =>
        new BenchmarkRunner(_time).RunPerformanceAsync(Task8, list, system, Rule, quick).AsTask();

    private FakeSystem System(Func<byte[], TimeSpan> latency, Func<TimeSpan, TimeSpan>? clock = null) =>
        new(1, _ => new InferenceResult([], default)) { Time = _time, Latency = latency, Clock = clock ?? (time => time) };

    private SampleList Ten() => FakeTask.Write(_folder, "", [.. Enumerable.Range(0, 10).Select(index => (new[] { (byte)index }, 0))]);
}
