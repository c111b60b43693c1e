namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>How the meter is set up.</summary>
public sealed record Ppk2Options
{
    /// <summary>Who supplies the board.</summary>
    public Ppk2Mode Mode { get; init; } = Ppk2Mode.Source;

    /// <summary>The digital input that the board's timestamp pin is wired to, 0 to 7.</summary>
    public int Input { get; init; }

    /// <summary>How long it may take.</summary>
    public MeterTimeouts Timeouts { get; init; } = new();
}
