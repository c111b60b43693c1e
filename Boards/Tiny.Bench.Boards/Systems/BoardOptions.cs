using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>How a board is driven.</summary>
public sealed record BoardOptions
{
    /// <summary>What its times are worth.</summary>
    public RunKind Kind { get; init; } = RunKind.Measured;

    /// <summary>Of an emulator, see <see cref="TickClock"/>; null for hardware.</summary>
    public int? InstructionShift { get; init; }

    /// <summary>Whether uploads to boards without the extension are read back and results asked for twice.</summary>
    public bool Verify { get; init; }

    /// <summary>Whether our extension is used where the firmware has it.</summary>
    public bool UseExtension { get; init; } = true;

    /// <summary>The longest part of an input that one command carries, bytes: 13 to 38.</summary>
    public int MostBytesACommand { get; init; } = 38;

    /// <summary>How long the board may take.</summary>
    public ProtocolTimeouts Timeouts { get; init; } = new();

    /// <summary>Told how many bytes of a plan are safe, and how many there are; may be null.</summary>
    public Action<int, int>? PlanProgress { get; init; }
}
