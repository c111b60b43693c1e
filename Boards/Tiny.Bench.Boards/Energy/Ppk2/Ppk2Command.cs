namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>First bytes of the meter's commands. Source: pc-nrfconnect-ppk src/constants, PPKCmd.</summary>
internal static class Ppk2Command
{
    /// <summary>Begins to send samples.</summary>
    public const byte AverageStart = 0x06;

    /// <summary>Ends that.</summary>
    public const byte AverageStop = 0x07;

    /// <summary>Followed by 1 or 0: supply to the board on or off.</summary>
    public const byte DeviceRunningSet = 0x0C;

    /// <summary>Followed by the millivolts, high byte first.</summary>
    public const byte RegulatorSet = 0x0D;

    /// <summary>Followed by 2 for source, 1 for ampere.</summary>
    public const byte SetPowerMode = 0x11;

    /// <summary>Answered by the calibration.</summary>
    public const byte GetMetadata = 0x19;
}
