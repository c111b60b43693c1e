namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>What is known of a trace before its first sample.</summary>
public sealed record TraceHeader
{
    /// <summary>Where it comes from: a file, or a meter's port. Errors begin with it.</summary>
    public required string Source { get; init; }

    /// <summary>Samples a second, over zero and at most <see cref="HighestRate"/>.</summary>
    public required double SampleRate { get; init; }

    /// <summary>What a sample is.</summary>
    public required TraceQuantity Quantity { get; init; }

    /// <summary>The supply in volts where it does not change; null when it is not known, or is measured with every sample.</summary>
    public double? SupplyVolts { get; init; }

    /// <summary>Whether every sample has its voltage beside its current.</summary>
    public bool HasVoltage { get; init; }

    /// <summary>Digital inputs whose edges are the events: <c>D7</c>. Empty when the source does not name them.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>When the first sample was taken; null when the source does not say.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The meter or the program that wrote the trace; null when nothing says it.</summary>
    public string? Meter { get; init; }

    /// <summary>A rate above this is taken for a torn header: ten times the fastest meter that is known (Joulescope, 2 MS/s).</summary>
    public const double HighestRate = 20e6;

    /// <summary>Whether energy can be had: samples are energies, or a voltage is known.</summary>
    public bool HasEnergy => Quantity == TraceQuantity.EnergyPerSample || HasVoltage || SupplyVolts is not null;

    /// <summary>Seconds from the first sample to a position.</summary>
    public double SecondsOf(long sample) => sample / SampleRate;

    /// <summary>Throws unless rate and supply are usable.</summary>
    /// <exception cref="TraceException">The rate or the supply is not.</exception>
    public TraceHeader Checked()
    {
        if (!(SampleRate > 0 && SampleRate <= HighestRate))
            throw new TraceException(Source, FormattableString.Invariant($"the sample rate is {SampleRate} Hz; expected more than 0 and at most {HighestRate}"));
        if (SupplyVolts is { } volts && !(volts > 0 && double.IsFinite(volts)))
            throw new TraceException(Source, FormattableString.Invariant($"the supply is {volts} V; expected more than 0"));
        return this;
    }
}
