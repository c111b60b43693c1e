using System.Globalization;

namespace Tiny.Bench.Boards.Enumeration;

/// <summary>A serial port that the operating system knows. Nothing about the board behind it is sure before it answers.</summary>
/// <param name="Path">What to open: <c>/dev/ttyACM0</c>, <c>COM3</c>.</param>
/// <param name="VendorId">USB idVendor; null for a port that is not USB, or whose ids are not known.</param>
/// <param name="ProductId">USB idProduct.</param>
/// <param name="SerialNumber">The USB device's, which tells two boards of one kind apart; null when it has none.</param>
/// <param name="Description">Maker, product and interface in the device's own words, without control characters; null when it has none.</param>
public sealed record SerialPortInfo(string Path, ushort? VendorId, ushort? ProductId, string? SerialNumber, string? Description)
{
    /// <summary>A path that stays the same when boards are plugged in in another order: <c>/dev/serial/by-id/...</c>; null for none.</summary>
    public string? StablePath { get; init; }

    /// <summary>The USB ids as <c>0483:374b</c>; null when they are not known.</summary>
    public string? UsbId =>
        VendorId is { } vendor && ProductId is { } product ? string.Create(CultureInfo.InvariantCulture, $"{vendor:x4}:{product:x4}") : null;
}
