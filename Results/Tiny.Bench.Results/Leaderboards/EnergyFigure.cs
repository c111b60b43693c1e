using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Median microjoules per inference, with the interval of its budget; where there is none, between the least and the most of the windows.</summary>
internal sealed class EnergyFigure : FigureSource
{
    public override Measure Measure => Measure.Energy;

    public override string Title => "Energy per inference";

    public override string Unit => "uJ";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } =
    [
        ComparabilityFact.SuiteVersion, ComparabilityFact.DataList, ComparabilityFact.Model, ComparabilityFact.Dialect, ComparabilityFact.SupplyAndMeter,
    ];

    public override Figure? Of(RunRecord record)
    {
        if (record.Energy?.MedianMicrojoulesPerInference is not { } median)
            return null;
        return record.Energy.Uncertainty is { ExpandedMicrojoules: >= 0 and var expanded }
            ? new Figure(median, median - expanded, median + expanded)
            : Figure.OfWindows(median, record.Energy.Windows.Where(window => window.Inferences > 0).Select(window => window.Microjoules / window.Inferences!.Value));
    }

    protected override string? RuleFault(RunRecord record) => WindowRule.Fault(record.Energy!);
}
