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

    /// <summary>The sample's file, with the number of the window when it is cut into several inputs; null when the source does not say.</summary>
    public string? Input { get; init; }

    /// <summary>Energy of the window above what the system takes idle, in microjoules; null when idle was not measured.</summary>
    public double? MicrojoulesAboveIdle { get; init; }

    /// <summary>Power before the window, with nothing to do, in milliwatts; null when it was not measured.</summary>
    public double? IdleMilliwattsBefore { get; init; }

    /// <summary>Power after the window, with nothing to do, in milliwatts; null when it was not measured.</summary>
    public double? IdleMilliwattsAfter { get; init; }

    /// <summary>Mean current in milliamperes; null when it is not known.</summary>
    public double? MeanMilliamperes { get; init; }

    /// <summary>Highest current over one sample period of the meter, in milliamperes; null when it is not known.</summary>
    public double? PeakMilliamperes { get; init; }

    /// <summary>Charge in microcoulombs; null when it is not known.</summary>
    public double? Microcoulombs { get; init; }
}
