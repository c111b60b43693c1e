using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>A run that is over: its record, where that was written, and the verdict on the task's target.</summary>
/// <param name="Task">The task.</param>
/// <param name="Record">What was written.</param>
/// <param name="Path">Where.</param>
/// <param name="TargetMet">Whether the closed division's target is met; null when this run cannot tell (part of a list, or not the official one).</param>
internal sealed record RunReport(BenchmarkTask Task, RunRecord Record, string Path, bool? TargetMet)
{
    /// <summary>Whether a run on the starter pack has the figure that the suite commits to; null when this run cannot tell.</summary>
    public bool? CommittedMet { get; init; }

    /// <summary>Whether every operator, or every output of the run, was the reference's to the bit; null when that was not asked or cannot be told.</summary>
    public bool? Conformant => Record switch
    {
        { Conformance: { } operators } => operators.Equal == operators.Operators,
        { Comparison: { } outputs, Target: not "host" } => outputs.DifferingInputs == 0,
        _ => null,
    };

    /// <summary>Whether no verdict is bad. What a board of others prints is told, but it is no verdict: nobody knows its rounding.</summary>
    public bool IsGood => TargetMet != false && CommittedMet != false && (Conformant != false || Record.Comparison is { Printed: not null });
}
