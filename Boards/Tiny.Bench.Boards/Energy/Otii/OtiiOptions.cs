namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>How the meter is set up.</summary>
public sealed record OtiiOptions
{
    /// <summary>The most current that it gives, amperes; above, it switches off.</summary>
    public double MostAmperes { get; init; } = 0.5;

    /// <summary>How often new samples are asked for.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the program may take.</summary>
    public MeterTimeouts Timeouts { get; init; } = new();
}
