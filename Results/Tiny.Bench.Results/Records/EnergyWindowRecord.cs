namespace Tiny.Bench.Results.Records;

/// <summary>One window of an energy run.</summary>
public sealed record EnergyWindowRecord
{
    /// <summary>Inferences in the window; null when the source does not say.</summary>
    public int? Inferences { get; init; }

    /// <summary>Length of the window.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy of the whole window in microjoules.</summary>
    public required double Microjoules { get; init; }
}
