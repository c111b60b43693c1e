using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Enumeration;

namespace Tiny.Bench.Boards.Energy;

/// <summary>An energy meter that has a serial port of its own.</summary>
/// <param name="Title">Its name for people.</param>
/// <param name="Scheme">What stands before its port in <c>--meter</c>.</param>
/// <param name="Usb">Its USB ids, vendor and product.</param>
/// <remarks>Sources: mlcommons/tiny benchmark/runner/devices.yaml (LPM01A); IRNAS/ppk2-api-python and Nordic's udev rules (PPK2).</remarks>
public sealed record KnownMeter(string Title, string Scheme, UsbId Usb)
{
    /// <summary>Those that are driven. ST uses the LPM01A's ids for every virtual port of its own, so that it may be something else.</summary>
    public static IReadOnlyList<KnownMeter> All { get; } =
    [
        new("ST X-NUCLEO-LPM01A", "lpm01a", new UsbId(0x0483, 0x5740)),
        new("Nordic Power Profiler Kit II", "ppk2", new UsbId(0x1915, 0xC00A)),
    ];

    /// <summary>The meter that a port may be; null for none.</summary>
    public static KnownMeter? At(SerialPortInfo port) =>
        port is { VendorId: { } vendor, ProductId: { } product } ? All.FirstOrDefault(meter => meter.Usb == new UsbId(vendor, product)) : null;

    /// <summary>What to give to <c>--meter</c> for a port.</summary>
    public string AddressAt(SerialPortInfo port) => $"{Scheme}:{port.StablePath ?? port.Path}";
}
