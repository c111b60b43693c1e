using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Median instructions per inference, between the input with the fewest and the one with the most.</summary>
internal sealed class InstructionsFigure : FigureSource
{
    public override Measure Measure => Measure.Instructions;

    public override string Title => "Instructions per inference";

    public override string Unit => "instructions";

    public override IReadOnlyList<ComparabilityFact> Facts { get; } =
        [ComparabilityFact.SuiteVersion, ComparabilityFact.DataList, ComparabilityFact.Model, ComparabilityFact.Dialect];

    public override Figure? Of(RunRecord record) => record.Instructions is { } counted
        ? Figure.OfWindows(counted.MedianInstructions, counted.Inputs.Select(input => (double)input.Instructions))
        : null;
}
