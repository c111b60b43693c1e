namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>What was found about one energy run.</summary>
public sealed record EnergyFinding
{
    /// <summary>The trace; the report where there is no trace.</summary>
    public required string Path { get; init; }

    /// <summary>The outcome.</summary>
    public required EnergyVerdict Verdict { get; init; }

    /// <summary>The figures; null when the trace is missing or cannot be read.</summary>
    public EnergyComparison? Comparison { get; init; }

    /// <summary>The report; null when there is none.</summary>
    public PublishedEnergy? Published { get; init; }

    /// <summary>Where the trace is broken and how; null when it is not.</summary>
    public string? Fault { get; init; }
}
