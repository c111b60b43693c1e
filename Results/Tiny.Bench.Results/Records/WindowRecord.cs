namespace Tiny.Bench.Results.Records;

/// <summary>One timed batch of inferences on one input.</summary>
public sealed record WindowRecord
{
    /// <summary>The sample's file, with the number of the window when it is cut into several inputs; null when the source does not say.</summary>
    public string? Input { get; init; }

    /// <summary>Number of inferences.</summary>
    public required int Inferences { get; init; }

    /// <summary>Time of all of them, by the system's own clock.</summary>
    public required double Seconds { get; init; }

    /// <summary>Microseconds per inference.</summary>
    public required double LatencyMicroseconds { get; init; }
}
