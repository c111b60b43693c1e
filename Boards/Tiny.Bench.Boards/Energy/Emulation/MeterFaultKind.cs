namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>What goes wrong at an emulated meter, or on the way from it.</summary>
public enum MeterFaultKind
{
    /// <summary>The bytes of one sample are lost on the way.</summary>
    DropSample,

    /// <summary>Bytes that mean nothing stand between two samples.</summary>
    Garbage,

    /// <summary>The meter's buffer runs over: samples are lost before they are sent, while its clock goes on.</summary>
    Overrun,

    /// <summary>The meter reports an overcurrent and ends.</summary>
    Overcurrent,

    /// <summary>The meter says nothing more.</summary>
    Silence,

    /// <summary>The cable is pulled out.</summary>
    Unplug,
}
