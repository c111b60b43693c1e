using System.Globalization;
using Tiny.Bench.Boards.Flashing;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>One board of the catalogue. A group of facts that nobody could name a source for is null.</summary>
public sealed record BoardDescription
{
    /// <summary>Lower-case letters, digits and hyphens; also the name of its file without <c>.json</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that its vendor gives it: <c>NUCLEO-L4R5ZI</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Who makes the board.</summary>
    public required string Vendor { get; init; }

    /// <summary>What it is made of.</summary>
    public required BoardKind Kind { get; init; }

    /// <summary>The processor that runs the firmware.</summary>
    public required ProcessorFacts Processor { get; init; }

    /// <summary>What of its memory firmware may use.</summary>
    public MemoryFacts? Memory { get; init; }

    /// <summary>A neural-network accelerator beside the processor.</summary>
    public AcceleratorFacts? Accelerator { get; init; }

    /// <summary>How it talks; always there for hardware.</summary>
    public SerialFacts? Serial { get; init; }

    /// <summary>How it shows up on USB.</summary>
    public UsbFacts? Usb { get; init; }

    /// <summary>Ways to write its flash, the preferred one first; empty when no free tool is known.</summary>
    public IReadOnlyList<FlashCommand> Flash { get; init; } = [];

    /// <summary>The rounding that the library most people run on it computes with.</summary>
    public DialectFacts? Dialect { get; init; }

    /// <summary>Our firmware for it; null for hardware on which only foreign firmware runs.</summary>
    public FirmwareFacts? Firmware { get; init; }

    /// <summary>The machine to emulate; always there for virtual boards, null for the others.</summary>
    public VirtualMachineFacts? Machine { get; init; }

    /// <summary>The address that <c>--target</c> takes; PORT stands for what only the attached board knows.</summary>
    public string Target => Kind switch
    {
        BoardKind.Virtual => $"qemu:{Id}",
        BoardKind.Process => Id,
        _ when Serial is { } serial => string.Create(CultureInfo.InvariantCulture, $"serial:PORT@{serial.Baud}"),
        _ => "serial:PORT",
    };
}
