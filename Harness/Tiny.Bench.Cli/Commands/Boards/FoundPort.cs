using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>A serial port of this computer.</summary>
/// <param name="Path">What opens it.</param>
/// <param name="Usb">Ids of the USB device behind it; null when there is none.</param>
/// <param name="SerialNumber">The USB device's serial number, which tells two debug adapters apart; null when it has none.</param>
internal sealed record FoundPort(string Path, UsbId? Usb, string? SerialNumber);
