using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>The catalogue as a table.</summary>
internal static class BoardText
{
    private const double Kibi = 1024;

    public static void Write(TextWriter output, IReadOnlyList<BoardDescription> boards) => TextTable.Write(
        output,
        ["board", "core", ">clock", ">RAM", ">flash", "target"],
        boards.Select(board => (IReadOnlyList<string>)[
            board.Id, board.Processor.Core, Clock(board.Processor.ClockHz), Bytes(board.Memory?.RamBytes), Bytes(board.Memory?.FlashBytes), board.Target]));

    private static string Clock(long? hertz) => hertz is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.###} MHz") : "-";

    // In the unit that data sheets use for it; a remainder of KiB is kept below 1 GiB.
    private static string Bytes(long? bytes) => bytes switch
    {
        null => "-",
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (Kibi * Kibi * Kibi):0.#} GiB"),
        _ when bytes % (1L << 20) == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 20)} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kibi:0.#} KiB"),
    };
}
