using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Output;

/// <summary>One run as <c>run --json</c> prints it; field names are stable (Harness/README.md).</summary>
internal sealed record RunJson
{
    public required string Task { get; init; }

    public required RunMode? Mode { get; init; }

    public required string? Target { get; init; }

    public required RunKind Kind { get; init; }

    public required string? Model { get; init; }

    public required string? List { get; init; }

    public required bool? OfficialList { get; init; }

    public bool? Starter { get; init; }

    public int? Samples { get; init; }

    public int? Correct { get; init; }

    public double? Accuracy { get; init; }

    public double? WilsonLow { get; init; }

    public double? WilsonHigh { get; init; }

    public double? Auc { get; init; }

    public double? PartialAuc { get; init; }

    public double? Score { get; init; }

    public double? LatencyMicroseconds { get; init; }

    public bool? Quick { get; init; }

    public double? MicrojoulesPerInference { get; init; }

    public double? UncertaintyMicrojoules { get; init; }

    public double? MicrojoulesAboveIdlePerInference { get; init; }

    public double? Instructions { get; init; }

    public bool? Conformant { get; init; }

    public int? Operators { get; init; }

    public int? EqualOperators { get; init; }

    public string? FirstDifference { get; init; }

    public string? Dialect { get; init; }

    public string? Printed { get; init; }

    public int? DifferingInputs { get; init; }

    public int? Top1Changes { get; init; }

    public bool? TargetMet { get; init; }

    public int? CommittedCorrect { get; init; }

    public bool? CommittedMet { get; init; }

    public long? ArenaBytes { get; init; }

    public long? ModelBytes { get; init; }

    public required string Record { get; init; }

    public static RunJson Of(RunReport report)
    {
        RunRecord record = report.Record;
        return new RunJson
        {
            Task = record.Task,
            Mode = record.Mode,
            Target = record.Target,
            Kind = record.Kind,
            Model = record.Model?.File,
            List = record.Data?.Name,
            OfficialList = record.Data?.Official,
            Starter = record.Data?.Starter,
            Samples = record.Quality?.Samples,
            Correct = record.Quality?.Correct,
            Accuracy = record.Quality?.Accuracy,
            WilsonLow = record.Quality?.WilsonLow,
            WilsonHigh = record.Quality?.WilsonHigh,
            Auc = record.Quality?.Auc,
            PartialAuc = record.Quality?.PartialAuc,
            Score = record.Quality?.MeanScore,
            LatencyMicroseconds = record.Performance?.MedianLatencyMicroseconds,
            Quick = record.Performance?.Quick ?? record.Energy?.Quick,
            MicrojoulesPerInference = record.Energy?.MedianMicrojoulesPerInference,
            UncertaintyMicrojoules = record.Energy?.Uncertainty?.ExpandedMicrojoules,
            MicrojoulesAboveIdlePerInference = record.Energy?.MedianMicrojoulesAboveIdle,
            Instructions = record.Instructions?.MedianInstructions,
            Conformant = report.Conformant,
            Operators = record.Conformance?.Operators,
            EqualOperators = record.Conformance?.Equal,
            FirstDifference = record.Conformance?.FirstDifference,
            Dialect = record.Dialect,
            Printed = record.Comparison?.Printed,
            DifferingInputs = record.Comparison?.DifferingInputs,
            Top1Changes = record.Comparison?.TopOneChanges,
            TargetMet = report.TargetMet,
            CommittedCorrect = report.CommittedMet is null ? null : report.Task.Starter?.Correct,
            CommittedMet = report.CommittedMet,
            ArenaBytes = record.Memory?.ArenaBytes,
            ModelBytes = record.Memory?.ModelBytes,
            Record = report.Path,
        };
    }
}
