using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Records;

/// <summary>One run, with what a stranger needs to repeat it. Written once; tables and charts are drawn from it and never read back.</summary>
/// <remarks>A figure that does not apply is null, and left out of the file.</remarks>
public sealed record RunRecord
{
    /// <summary>The form that this program writes, and the only one it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Form of the record; raised when a member changes its meaning.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Version of the suite's definition; null for a published result, which no suite of ours defined.</summary>
    public string? SuiteVersion { get; init; }

    /// <summary>Task id: <c>kws01</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Division: <c>closed</c> or <c>open</c>; null for a run that was not submitted.</summary>
    public string? Division { get; init; }

    /// <summary>What was asked; null for a published result, which joins the figures of several modes.</summary>
    public RunMode? Mode { get; init; }

    /// <summary>What it ran on: <c>host</c>, <c>serial:/dev/ttyACM0@115200</c>; null for a published result.</summary>
    public string? Target { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>When the run began, in UTC; null when nobody knows.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Version of Tiny.Bench that wrote the record.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The source that Tiny.Bench was built from; null when it is not known.</summary>
    public GitState? Git { get; init; }

    /// <summary>The machine that the harness ran on; null for a published result.</summary>
    public MachineDescription? Machine { get; init; }

    /// <summary>Where a published result stands; null for a run of ours.</summary>
    public SubmissionRecord? Submission { get; init; }

    /// <summary>The system under test; null for the host itself, but for the kernels of a performance run.</summary>
    public SystemRecord? System { get; init; }

    /// <summary>The model file; null when it is not known.</summary>
    public ModelRecord? Model { get; init; }

    /// <summary>The sample list; null when it is not known.</summary>
    public DataRecord? Data { get; init; }

    /// <summary>The rounding: <c>double-rounding</c>; null when nobody knows it.</summary>
    public string? Dialect { get; init; }

    /// <summary>How well.</summary>
    public QualityRecord? Quality { get; init; }

    /// <summary>How fast.</summary>
    public PerformanceRecord? Performance { get; init; }

    /// <summary>How many instructions, on an emulator.</summary>
    public InstructionRecord? Instructions { get; init; }

    /// <summary>Whether every operator computed what the reference does.</summary>
    public ConformanceRecord? Conformance { get; init; }

    /// <summary>For how much energy.</summary>
    public EnergyRecord? Energy { get; init; }

    /// <summary>How well a streaming system hears.</summary>
    public StreamingRecord? Streaming { get; init; }

    /// <summary>What it needs of memory.</summary>
    public MemoryRecord? Memory { get; init; }

    /// <summary>Where the work of an inference goes, operator by operator in order of execution; null when that is not known.</summary>
    public IReadOnlyList<OperatorRecord>? Operators { get; init; }

    /// <summary>The files that the figures come from; null when the run itself is the source.</summary>
    public EvidenceRecord? Evidence { get; init; }

    /// <summary>How far from the reference dialect.</summary>
    public ComparisonRecord? Comparison { get; init; }

    /// <summary>What its published answers say of its arithmetic; null when they were not audited.</summary>
    public AuditRecord? Audit { get; init; }
}
