using System.Globalization;

namespace Tiny.Bench.Boards.Enumeration;

/// <summary>The ids in a name of Windows: <c>VID_0483&amp;PID_374B&amp;MI_02</c>.</summary>
internal readonly record struct UsbHardwareId(ushort Vendor, ushort Product)
{
    /// <summary>Reads the two parts at the front; false when they are not there.</summary>
    public static bool TryParse(string text, out UsbHardwareId id)
    {
        id = default;
        string[] parts = text.Split('&');
        if (parts.Length < 2 || !TryParsePart(parts[0], "VID_", out ushort vendor) || !TryParsePart(parts[1], "PID_", out ushort product))
            return false;
        id = new UsbHardwareId(vendor, product);
        return true;
    }

    private static bool TryParsePart(string part, string prefix, out ushort value)
    {
        value = 0;
        return part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && part.Length == prefix.Length + 4
            && ushort.TryParse(part.AsSpan(prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
