using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>How benchmarks are run: in this process, where the models and the yardstick are, with allocations counted.</summary>
internal static class BenchmarkConfig
{
    private const int LongestName = 80;

    /// <summary>The configuration.</summary>
    /// <param name="job">How thoroughly: the default, or the dry one to see only that everything runs.</param>
    public static IConfig Create(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(SpeedColumn.All)
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestName))
        .WithArtifactsPath(Path.Combine("out", "benchmarks"))
        .WithOptions(ConfigOptions.JoinSummary);
}
