namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>How an emulated meter behaves. The defaults are a faultless one in real time.</summary>
public sealed record MeterEmulation
{
    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Lets time pass on that clock; null waits for it. A test's clock is moved instead.</summary>
    public Func<TimeSpan, CancellationToken, ValueTask>? Pass { get; init; }

    /// <summary>How often it sends what it has sampled.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Everything that is drawn by chance hangs on this: noise of the converter, bytes of garbage.</summary>
    public int Seed { get; init; }

    /// <summary>What it measures too much: 0.01 is one percent.</summary>
    public double GainError { get; init; }

    /// <summary>The version that it says it runs.</summary>
    public string Firmware { get; init; } = "1.0.6";

    /// <summary>Whether an earlier run left it sampling, and half a line on the way.</summary>
    public bool StartsStale { get; init; }

    /// <summary>How long it takes for its first answer.</summary>
    public TimeSpan FirstAnswerAfter { get; init; }

    /// <summary>What goes wrong while it samples, in order of time.</summary>
    public IReadOnlyList<MeterFaultAt> Faults { get; init; } = [];
}
