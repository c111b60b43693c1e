namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>What the samples of a trace are.</summary>
public enum TraceQuantity
{
    /// <summary>Joules that flowed in one sample period.</summary>
    EnergyPerSample,

    /// <summary>Mean amperes over one sample period; energy needs the voltage.</summary>
    Current,
}
