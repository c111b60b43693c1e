namespace Tiny.Bench.Boards.Energy;

/// <summary>Why an energy meter gives no number.</summary>
public enum MeterFault
{
    /// <summary>It refused a command.</summary>
    Refused,

    /// <summary>Something else answers at its port, or it answers what it must not.</summary>
    NotTheMeter,

    /// <summary>Its firmware is too old.</summary>
    OldFirmware,

    /// <summary>The current was above what it can measure, or it switched the supply off.</summary>
    Overload,

    /// <summary>Samples are missing, or too many came.</summary>
    Gap,

    /// <summary>The pin moved more or less often than the firmware moves it.</summary>
    Events,

    /// <summary>It cannot do what is asked of it.</summary>
    NotSupported,
}
