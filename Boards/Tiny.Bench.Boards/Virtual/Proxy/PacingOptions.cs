namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>How a proxy treats what passes. The defaults are a faultless line at the speed of the official firmware.</summary>
public sealed record PacingOptions
{
    /// <summary>Bits a second to the device, 10 a byte; null for as fast as it goes.</summary>
    public int? BaudToDevice { get; init; } = 115200;

    /// <summary>Bits a second to the host, 10 a byte; null for as fast as it goes.</summary>
    public int? BaudToHost { get; init; } = 115200;

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Presses the board's reset button; needed where the plan has resets.</summary>
    public Func<CancellationToken, ValueTask>? ResetBoard { get; init; }

    /// <summary>The clock of the line.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What cannot be carried out, a sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        if (BaudToDevice < 1 || BaudToHost < 1)
            yield return "A line has a speed of at least 1 baud.";
        foreach (string problem in Faults.Problems())
            yield return problem;
        bool resets = Faults.ToDevice.Reset > 0 || Faults.ToHost.Reset > 0 || Faults.Placed.Any(fault => fault.Kind == FaultKind.Reset);
        if (resets && ResetBoard is null)
            yield return "The plan resets the board, and there is nothing to reset it with.";
    }
}
