using System.Globalization;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>What a build of the firmware can leave out, put in or resize: the variables at the top of <c>Boards/Firmware/Makefile</c>.</summary>
public sealed record FirmwareOptions
{
    /// <summary>Energy mode: pulses on a pin instead of printed laps, 9600 baud.</summary>
    public bool Energy { get; init; }

    /// <summary>Whether the firmware speaks our extension, or the official protocol alone.</summary>
    public bool Extension { get; init; } = true;

    /// <summary>Oddities of other people's firmware to show: <c>echo</c>, <c>lf-only</c>.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>Bytes of the tensor arena; null for the port's own.</summary>
    public int? ArenaBytes { get; init; }

    /// <summary>Folder of the kernels; null for the portable ones.</summary>
    public string? Kernels { get; init; }

    /// <summary>A seeded fault by the name that <c>Reference/docs/faults.md</c> gives it; null for none.</summary>
    public string? Fault { get; init; }

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
                variables.Add($"KERNELS={Path.GetFullPath(Kernels)}");
            if (Fault is not null)
                variables.Add($"FAULT={Fault}");
            return variables;
        }
    }
}
