using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Systems;

/// <summary>How a board is wired for energy mode: firmware with pulses, the official protocol alone, perhaps an interface board in between.</summary>
public sealed record EnergyWiring
{
    /// <summary>The speed of energy firmware, fixed by EEMBC.</summary>
    public const int EnergyBaud = 9600;

    /// <summary>Where the interface board is; null without one. The board then has no link of its own, and the target only names it.</summary>
    public TargetAddress? Interface { get; init; }

    /// <summary>Whether our emulator of an interface board stands between.</summary>
    public bool HasEmulatedInterface { get; init; }

    /// <summary>Speed of the board's link.</summary>
    public int BoardBaud { get; init; } = EnergyBaud;

    /// <summary>Socket of the timestamp pin of a virtual board; null for a real one.</summary>
    public string? PinPath { get; init; }
}
