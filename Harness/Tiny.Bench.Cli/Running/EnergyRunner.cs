using System.Globalization;
using Tiny.Bench.Boards.Energy;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Energy.Uncertainty;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>Measures what a task costs on a board, and writes its record with the trace beside it.</summary>
internal sealed class EnergyRunner(Suite suite, BoardTargets targets, EnergyRequest request, RunRecords records, ProgressDisplay display, TimeProvider clock)
{
    private readonly BenchmarkRunner _runner = new(clock);

    /// <summary>Opens meter and target, takes the windows, and closes both.</summary>
    public async Task<RunReport> RunAsync(TargetAddress address, HostTask task, BoardRequest board, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        string name = string.Create(CultureInfo.InvariantCulture, $"{task.Task.Id}-{BoardRunner.FileName(address)}-{started:yyyyMMdd'T'HHmmss'Z'}");
        string? transcript = board.KeepTranscript ? $"{name}.transcript" : null;
        await using EnergyBench bench = await EnergyBench.OpenAsync(
            request, targets, address, BoardModels.Of(task), transcript is null ? null : Path.Combine(records.Folder, transcript), clock, cancellation);
        PerformanceResult result;
        using (ProgressLine progress = display.Begin($"{task.Task.Id} energy on {address}"))
        {
            result = await _runner.RunPerformanceAsync(
                task.Task, task.List, bench.System, suite.Performance, board.Quick, step => progress.Report((step.Done, step.Total)), cancellation);
        }

        await bench.Meter.StopAsync(cancellation);
        IReadOnlyList<MeteredWindow> windows = bench.System.Windows;
        string trace = await EembcTraceWriter.WriteAsync(
            records.Folder, name, bench.Meter.Recording.ToTrace(), [.. windows.Select(window => (window.Energy.First, window.Energy.End))], cancellation);
        TargetFacts facts = BoardRunner.FactsOf(address, bench.Target) with { Kind = bench.System.Kind };
        RunRecord record = BoardRunner.Describe(records, task, RunMode.Energy, started, facts, task.Prepare(BoardRunner.DialectOf(facts))) with
        {
            Energy = Energy(result, windows, bench.Meter, MeterClass.Of(request.Meter.Kind, bench.Meter.Identity.ToString())),
            Evidence = new EvidenceRecord { Energy = trace, Performance = transcript },
        };
        return records.Write(task, record);
    }

    private static EnergyRecord Energy(PerformanceResult result, IReadOnlyList<MeteredWindow> windows, IEnergyMonitor meter, MeterClass? meterClass) => new()
    {
        Windows = [.. windows.Zip(result.Windows, (window, timed) => Window(window, timed.Input))],
        MedianMicrojoulesPerInference = Statistics.Median(windows.Select(window => window.MicrojoulesPerInference)),
        MedianMicrojoulesAboveIdle = Statistics.Median(windows.Select(window => window.MicrojoulesAboveIdlePerInference)),
        InferencesPerSecond = Statistics.Median(windows.Select(window => window.Inferences / window.Energy.Seconds)),
        VoltageVolts = meter.Recording.Header.SupplyVolts,
        Monitor = meter.Identity.ToString(),
        Quick = result.Quick,
        RuleMet = result.RuleMet,
        Uncertainty = UncertaintyRecords.Of(EnergyUncertainty.Of(
            [.. windows.Select(window => (window.Energy, (long)window.Inferences))],
            meter.Recording.Header.SampleRate,
            meterClass,
            meter.Recording.Header.SupplyVolts is { } volts ? new SupplyVoltage(volts) : null)),
    };

    private static EnergyWindowRecord Window(MeteredWindow window, string input) => new()
    {
        Inferences = window.Inferences,
        Seconds = window.Energy.Seconds,
        Microjoules = window.Energy.Joules * 1e6,
        Input = input,
        MicrojoulesAboveIdle = window.MicrojoulesAboveIdlePerInference * window.Inferences,
        IdleMilliwattsBefore = window.IdleBefore.MeanWatts * 1e3,
        IdleMilliwattsAfter = window.IdleAfter.MeanWatts * 1e3,
        MeanMilliamperes = window.Energy.MeanAmperes * 1e3,
        PeakMilliamperes = window.Energy.PeakAmperes * 1e3,
        Microcoulombs = window.Energy.Coulombs * 1e6,
    };
}
