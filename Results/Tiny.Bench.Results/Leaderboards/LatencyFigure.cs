using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Median microseconds per inference, between the fastest and the slowest window.</summary>
internal sealed class LatencyFigure : FigureSource
{
    public override Measure Measure => Measure.Latency;

    public override string Title => "Latency";

    public override string Unit => "us";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } =
        [ComparabilityFact.SuiteVersion, ComparabilityFact.DataList, ComparabilityFact.Model, ComparabilityFact.Dialect];

    public override Figure? Of(RunRecord record) => record.Performance is { } performance
        ? Figure.OfWindows(performance.MedianLatencyMicroseconds, performance.Windows.Select(window => window.LatencyMicroseconds))
        : null;

    protected override string? RuleFault(RunRecord record) => record.Streaming is null ? WindowRule.Fault(record.Performance!) : null;
}
