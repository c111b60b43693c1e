namespace Tiny.Bench.Boards.Catalog;

/// <summary>How QEMU emulates a board.</summary>
public sealed record VirtualMachineFacts
{
    /// <summary>The program: <c>qemu-system-arm</c>.</summary>
    public required string Emulator { get; init; }

    /// <summary>What <c>-M</c> takes.</summary>
    public required string Machine { get; init; }

    /// <summary>Further arguments that the machine needs.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What <c>-icount shift=N</c> takes: an instruction lasts 2^N virtual nanoseconds.</summary>
    public required int InstructionShift { get; init; }

    /// <summary>Where a plan is loaded.</summary>
    public required PlanRegion Plan { get; init; }

    /// <summary>Bytes of the tensor arena in the firmware's default build.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Bytes of the input buffer.</summary>
    public required int DataBytes { get; init; }

    /// <summary>Document and section.</summary>
    public required string Source { get; init; }
}
