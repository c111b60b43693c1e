namespace Tiny.Bench.Results.Records;

/// <summary>For how much energy.</summary>
public sealed record EnergyRecord
{
    /// <summary>Every window, in order of measurement; empty when only the median is known.</summary>
    public required IReadOnlyList<EnergyWindowRecord> Windows { get; init; }

    /// <summary>Median over the windows of the microjoules per inference; null where the task measures power instead.</summary>
    public double? MedianMicrojoulesPerInference { get; init; }

    /// <summary>Average power in milliwatts; the figure of the streaming task.</summary>
    public double? PowerMilliwatts { get; init; }

    /// <summary>Median inferences a second of the energy run itself.</summary>
    public double? InferencesPerSecond { get; init; }

    /// <summary>Supply voltage in volts.</summary>
    public double? VoltageVolts { get; init; }

    /// <summary>The supply voltage as the system's description writes it, <c>1.0</c>; null when the meter's log tells it.</summary>
    public string? VoltageAsDescribed { get; init; }

    /// <summary>The meter.</summary>
    public string? Monitor { get; init; }

    /// <summary>Median over the windows of the microjoules per inference above idle; null when idle was not measured.</summary>
    public double? MedianMicrojoulesAboveIdle { get; init; }

    /// <summary>Whether the windows were asked to be short; null when the source does not say.</summary>
    public bool? Quick { get; init; }

    /// <summary>Whether every window is as long as the suite asks, and each is on an input of its own; null when the source does not say.</summary>
    public bool? RuleMet { get; init; }

    /// <summary>How far the median may be off; null when no budget was made.</summary>
    public EnergyUncertaintyRecord? Uncertainty { get; init; }
}
