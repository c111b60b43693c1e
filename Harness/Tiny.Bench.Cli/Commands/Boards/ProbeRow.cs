using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Boards.Probing;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>One port as <c>boards probe</c> prints it.</summary>
internal sealed record ProbeRow
{
    public required string Port { get; init; }

    public string? Usb { get; init; }

    public string? SerialNumber { get; init; }

    public string? Description { get; init; }

    public string? Target { get; init; }

    public int? Baud { get; init; }

    public string? Vendor { get; init; }

    public string? Model { get; init; }

    public required IReadOnlyList<string> Boards { get; init; }

    public string? Problem { get; init; }

    public static UsbId? UsbOf(SerialPortInfo port) => port is { VendorId: { } vendor, ProductId: { } product } ? new UsbId(vendor, product) : null;

    public static ProbeRow Of(BoardCatalog catalog, SerialPortInfo port, ProbeResult result) => new()
    {
        Port = port.Path,
        Usb = port.UsbId,
        SerialNumber = port.SerialNumber,
        Description = port.Description,
        Target = result.Address?.ToString(),
        Baud = result.Address?.Baud,
        Vendor = result.Answer?.Vendor,
        Model = result.Answer?.Model,
        Boards = [.. BoardGuess.Boards(catalog, UsbOf(port), result.Answer).Select(board => board.Id)],
        Problem = result.Problem,
    };

    public static void Write(TextWriter output, IReadOnlyList<ProbeRow> rows) => TextTable.Write(
        output,
        ["port", ">baud", "vendor", "model", "likely board", "problem"],
        rows.Select(row => (IReadOnlyList<string>)[
            row.Port, row.Baud?.ToString(CultureInfo.InvariantCulture) ?? "-", row.Vendor ?? "-", row.Model ?? "-",
            row.Boards.Count > 0 ? string.Join(" or ", row.Boards) : "-", row.Problem ?? ""]));
}
