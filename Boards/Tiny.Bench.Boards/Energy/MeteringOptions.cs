namespace Tiny.Bench.Boards.Energy;

/// <summary>How windows are taken.</summary>
public sealed record MeteringOptions
{
    /// <summary>What the board is given to become idle, after a load and after a result: its UART may still be sending.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Length of the idle stretches.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>From the end of a batch to the meter's word on it: the LPM01A accounts for its samples once a second.</summary>
    public TimeSpan Account { get; init; } = TimeSpan.FromSeconds(15);
}
