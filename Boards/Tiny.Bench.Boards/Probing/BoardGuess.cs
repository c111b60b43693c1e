using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Boards.Probing;

/// <summary>Which boards a device may be.</summary>
public static class BoardGuess
{
    /// <summary>The speeds to try: those of the boards with these USB ids first, then the common ones.</summary>
    public static IReadOnlyList<int> Speeds(BoardCatalog catalog, UsbId? usb) =>
        [.. ByUsb(catalog, usb).Select(board => board.Serial?.Baud).OfType<int>().Concat([115200, 921600, 9600]).Distinct()];

    /// <summary>The boards that it may be: the one that its own text names, else all with its USB ids; empty when nothing is known.</summary>
    public static IReadOnlyList<BoardDescription> Boards(BoardCatalog catalog, UsbId? usb, ProbeAnswer? answer)
    {
        BoardDescription? named = catalog.Boards.FirstOrDefault(board => answer?.Board is { } port && board.Firmware?.Port == port)
            ?? catalog.Boards.Where(board => Names(answer?.Vendor, board)).MaxBy(board => board.Title.Length);
        return named is not null ? [named] : ByUsb(catalog, usb);
    }

    // A short id such as "host" would be found in any sentence.
    private static bool Names(string? text, BoardDescription board) =>
        text is not null && new[] { board.Id, board.Title }.Any(name => name.Length > 5 && text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<BoardDescription> ByUsb(BoardCatalog catalog, UsbId? usb) => usb is { } id ? catalog.Matching(id) : [];
}
