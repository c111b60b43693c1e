namespace Tiny.Bench.Boards.Energy;

/// <summary>How long an energy meter may take.</summary>
public sealed record MeterTimeouts
{
    /// <summary>From a command to its answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From one sample to the next, as they arrive in packets.</summary>
    public TimeSpan Sample { get; init; } = TimeSpan.FromSeconds(3);
}
