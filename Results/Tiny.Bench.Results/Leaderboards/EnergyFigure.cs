using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Median microjoules per inference, between the least and the most of the windows.</summary>
internal sealed class EnergyFigure : FigureSource
{
    public override Measure Measure => Measure.Energy;

    public override string Title => "Energy per inference";

    public override string Unit => "uJ";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } =
    [
        ComparabilityFact.SuiteVersion, ComparabilityFact.DataList, ComparabilityFact.Model, ComparabilityFact.Dialect, ComparabilityFact.SupplyAndMeter,
    ];

    public override Figure? Of(RunRecord record) => record.Energy?.MedianMicrojoulesPerInference is { } median
        ? Figure.OfWindows(median, record.Energy.Windows.Where(window => window.Inferences > 0).Select(window => window.Microjoules / window.Inferences!.Value))
        : null;

    protected override string? RuleFault(RunRecord record) => WindowRule.Fault(record.Energy!);
}
