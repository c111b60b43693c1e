namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>What comes of holding a report against its trace.</summary>
public enum EnergyVerdict
{
    /// <summary>Every published figure is within one sample at each edge of what the trace adds up to.</summary>
    Agrees,

    /// <summary>One is not, or the trace does not hold a window that was published.</summary>
    Differs,

    /// <summary>Nothing is published beside the trace.</summary>
    NoReport,

    /// <summary>Figures are published without the trace.</summary>
    NoTrace,

    /// <summary>The report was made of another trace beside this one, with which it agrees.</summary>
    OtherTrace,

    /// <summary>The trace cannot be read.</summary>
    Broken,
}
