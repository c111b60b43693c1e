using System.Globalization;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>What a build of the firmware can leave out, put in or resize: the variables at the top of <c>Boards/Firmware/Makefile</c>.</summary>
public sealed record FirmwareOptions
{
    /// <summary>The plain kernels by their name.</summary>
    public const string PortableKernels = "portable";

    /// <summary>The dialects that our kernels can be built in, the reference's first.</summary>
    public static IReadOnlyList<string> Dialects { get; } = ["double-rounding", "single-rounding", "float32", "half-up"];

    /// <summary>Energy mode: pulses on a pin instead of printed laps, 9600 baud.</summary>
    public bool Energy { get; init; }

    /// <summary>Whether the firmware speaks our extension, or the official protocol alone.</summary>
    public bool Extension { get; init; } = true;

    /// <summary>Oddities of other people's firmware to show: <c>echo</c>, <c>lf-only</c>.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>Bytes of the tensor arena; null for the port's own.</summary>
    public int? ArenaBytes { get; init; }

    /// <summary>The kernels: one of our libraries by its name, such as <see cref="PortableKernels"/>, or a folder; null for the port's fastest.</summary>
    public string? Kernels { get; init; }

    /// <summary>A seeded fault by the name that <c>Reference/docs/faults.md</c> gives it; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>How our kernels round, one of <see cref="Dialects"/>; null for double rounding.</summary>
    public string? Dialect { get; init; }

    /// <summary>The folder of kernels of one's own; null where they are ours.</summary>
    internal string? KernelFolder => Kernels is not null && Path.GetFileName(Kernels) != Kernels ? Path.GetFullPath(Kernels) : null;

    /// <summary>As make takes them. Equal options give equal lists.</summary>
    internal IReadOnlyList<string> Variables
    {
        get
        {
            var variables = new List<string> { $"ENERGY={(Energy ? 1 : 0)}", $"EXTENSION={(Extension ? 1 : 0)}" };
            if (Quirks.Count > 0)
                variables.Add($"QUIRKS={string.Join(',', Quirks.Order(StringComparer.Ordinal))}");
            if (ArenaBytes is { } bytes)
                variables.Add(string.Create(CultureInfo.InvariantCulture, $"ARENA_BYTES={bytes}"));
            if (Kernels is not null)
                variables.Add($"KERNELS={KernelFolder ?? Kernels}");
            if (Fault is not null)
                variables.Add($"FAULT={Fault}");
            if (Dialect is not null)
                variables.Add($"DIALECT={Dialect}");
            return variables;
        }
    }
}
