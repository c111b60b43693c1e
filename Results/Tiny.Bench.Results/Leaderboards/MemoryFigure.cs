using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Bytes of model and arena together: what the network costs a device, whichever of its memories holds it. Exact.</summary>
internal sealed class MemoryFigure : FigureSource
{
    public override Measure Measure => Measure.Memory;

    public override string Title => "Memory of model and arena";

    public override string Unit => "bytes";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } = [ComparabilityFact.SuiteVersion, ComparabilityFact.Model];

    public override Figure? Of(RunRecord record) => record.Memory is { ModelBytes: { } model, ArenaBytes: { } arena }
        ? Figure.Exact(Math.Min(model, arena) < 0 ? double.NaN : (double)model + arena)
        : null;
}
