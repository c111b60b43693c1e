namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>What a window took, from one event to another.</summary>
public sealed record WindowEnergy
{
    /// <summary>Position of the first sample.</summary>
    public required long First { get; init; }

    /// <summary>Position behind the last sample.</summary>
    public required long End { get; init; }

    /// <summary>Length by the meter's clock.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy of the samples that are there.</summary>
    public required double Joules { get; init; }

    /// <summary>Energy of one sample at each edge: by so much two readers of the same trace may differ, who round an edge to the one or the other side.</summary>
    public required double EdgeJoules { get; init; }

    /// <summary>Samples that did not arrive; where there are any, <see cref="Joules"/> is not the energy of the window.</summary>
    public required long MissingSamples { get; init; }

    /// <summary>The highest mean power of a sample period.</summary>
    public required double PeakWatts { get; init; }

    /// <summary>Charge; null when the voltage is not known.</summary>
    public double? Coulombs { get; init; }

    /// <summary>The highest mean current of a sample period; null when the voltage is not known.</summary>
    public double? PeakAmperes { get; init; }

    /// <summary>Mean power; 0 for a window without length.</summary>
    public double MeanWatts => Seconds > 0 ? Joules / Seconds : 0;

    /// <summary>Mean current; null when the voltage is not known.</summary>
    public double? MeanAmperes => Seconds > 0 ? Coulombs / Seconds : null;
}
