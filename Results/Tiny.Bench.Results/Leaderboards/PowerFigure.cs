using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Average milliwatts: what a streaming task has in place of an energy per inference. Its spread is not known.</summary>
internal sealed class PowerFigure : FigureSource
{
    public override Measure Measure => Measure.Energy;

    public override string Title => "Power";

    public override string Unit => "mW";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } = new EnergyFigure().Facts;

    public override Figure? Of(RunRecord record) => record.Energy?.PowerMilliwatts is { } power ? Figure.Exact(power) : null;
}
