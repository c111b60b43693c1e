using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>One board as <c>boards list --json</c> prints it.</summary>
internal sealed record BoardJson
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Vendor { get; init; }

    public required BoardKind Kind { get; init; }

    public required string Target { get; init; }

    public required string Core { get; init; }

    public required string InstructionSet { get; init; }

    public long? ClockHz { get; init; }

    public long? RamBytes { get; init; }

    public long? FlashBytes { get; init; }

    public string? Accelerator { get; init; }

    public int? Baud { get; init; }

    public IReadOnlyList<string>? Usb { get; init; }

    public required IReadOnlyList<string> FlashTools { get; init; }

    public string? Library { get; init; }

    public string? Dialect { get; init; }

    public string? FirmwarePort { get; init; }

    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    public static BoardJson Of(BoardDescription board) => new()
    {
        Id = board.Id,
        Title = board.Title,
        Vendor = board.Vendor,
        Kind = board.Kind,
        Target = board.Target,
        Core = board.Processor.Core,
        InstructionSet = board.Processor.InstructionSet,
        ClockHz = board.Processor.ClockHz,
        RamBytes = board.Memory?.RamBytes,
        FlashBytes = board.Memory?.FlashBytes,
        Accelerator = board.Accelerator?.Name,
        Baud = board.Serial?.Baud,
        Usb = board.Usb?.Ids.Select(id => id.ToString()).ToList(),
        FlashTools = [.. board.Flash.Select(command => command.Tool)],
        Library = board.Dialect?.Library,
        Dialect = board.Dialect?.Dialect,
        FirmwarePort = board.Firmware?.Port,
        Sources = SourcesOf(board),
    };

    private static Dictionary<string, string> SourcesOf(BoardDescription board)
    {
        (string Group, string? Source)[] groups =
        [
            ("processor", board.Processor.Source), ("memory", board.Memory?.Source), ("accelerator", board.Accelerator?.Source),
            ("serial", board.Serial?.Source), ("usb", board.Usb?.Source), ("dialect", board.Dialect?.Source),
            ("firmware", board.Firmware?.Source), ("machine", board.Machine?.Source),
            .. board.Flash.Select(command => ($"flash {command.Tool}", (string?)command.Source)),
        ];
        return groups.Where(group => group.Source is not null).ToDictionary(group => group.Group, group => group.Source!, StringComparer.Ordinal);
    }
}
