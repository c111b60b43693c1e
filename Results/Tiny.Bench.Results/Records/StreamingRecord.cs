namespace Tiny.Bench.Results.Records;

/// <summary>How well a streaming wakeword system hears.</summary>
public sealed record StreamingRecord
{
    /// <summary>Words heard.</summary>
    public required int TruePositives { get; init; }

    /// <summary>Words missed.</summary>
    public required int FalseNegatives { get; init; }

    /// <summary>Detections without a word.</summary>
    public required int FalsePositives { get; init; }

    /// <summary>Share of time in which the system computes, 0 to 1.</summary>
    public double? DutyCycle { get; init; }
}
