using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>How one measure of a task is read from a record, and what two records must have in common for it.</summary>
internal abstract class FigureSource
{
    // Far outside of what any unit here can say of a device, and near enough that no ratio of two figures overflows.
    private const double LeastPossible = 1e-12, MostPossible = 1e18;

    public abstract Measure Measure { get; }

    /// <summary>Name for people: "Energy per inference".</summary>
    public abstract string Title { get; }

    /// <summary>Unit as <see cref="Leaderboard.Unit"/> lists them.</summary>
    public abstract string Unit { get; }

    public virtual bool LowerIsBetter => true;

    /// <summary>What ranked rows have in common, in the order in which it is asked.</summary>
    public abstract IReadOnlyList<ComparabilityFact> Facts { get; }

    /// <summary>The figure; null when the record has none.</summary>
    public abstract Figure? Of(RunRecord record);

    /// <summary>Why the record's figure is not fit for a ranking, as a sentence; null when it is.</summary>
    public string? Fault(RunRecord record, Figure figure) => IsPossible(figure) ? RuleFault(record) : "Its figure is one that no run can have.";

    /// <summary>The measures that records of a task and kind may have.</summary>
    public static IEnumerable<FigureSource> All(string task, RunKind kind, IReadOnlyList<RunRecord> records)
    {
        // An emulator counts instructions; what it says of time is never called latency.
        yield return kind == RunKind.Simulated ? new InstructionsFigure() : new LatencyFigure();
        bool joules = records.Any(record => record.Energy?.MedianMicrojoulesPerInference is not null);
        yield return joules ? new EnergyFigure() : new PowerFigure();
        yield return new AccuracyFigure(QualityTarget.FigureOf(task, records));
        yield return new MemoryFigure();
    }

    /// <summary>Whether such a figure can be; records are not trusted.</summary>
    public virtual bool IsPossible(Figure figure) => figure is { Low: >= LeastPossible, High: <= MostPossible };

    /// <summary>Which rule of measurement the record breaks, as a sentence.</summary>
    protected virtual string? RuleFault(RunRecord record) => null;
}
