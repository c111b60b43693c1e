namespace Tiny.Bench.Boards.Catalog;

/// <summary>Which boards a device may be.</summary>
public static class BoardGuess
{
    /// <summary>The speeds to try: those of the boards with these USB ids first, then the common ones.</summary>
    public static IReadOnlyList<int> Speeds(BoardCatalog catalog, UsbId? usb) =>
        [.. ByUsb(catalog, usb).Select(board => board.Serial?.Baud).OfType<int>().Concat([115200, 921600, 9600]).Distinct()];

    /// <summary>The boards that it may be: the one that its own text names, else all with its USB ids; empty when nothing is known.</summary>
    public static IReadOnlyList<BoardDescription> Boards(BoardCatalog catalog, UsbId? usb, ProbeAnswer? answer)
    {
        BoardDescription? named = catalog.Boards
            .Where(board => answer is not null && (Names(answer, board.Title) || Names(answer, board.Id)))
            .MaxBy(board => board.Title.Length);
        return named is not null ? [named] : ByUsb(catalog, usb);
    }

    // "host" alone would be found in any sentence.
    private static bool Names(ProbeAnswer answer, string name) => name.Length > 5 && answer.Vendor.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<BoardDescription> ByUsb(BoardCatalog catalog, UsbId? usb) => usb is { } id ? catalog.Matching(id) : [];
}
