using System.Globalization;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>USB vendor and product id.</summary>
public readonly record struct UsbId(ushort VendorId, ushort ProductId)
{
    private const int Digits = 4;

    /// <summary>Reads <c>0483:374b</c>: two times four hexadecimal digits.</summary>
    public static bool TryParse(string text, out UsbId id)
    {
        id = default;
        if (text.Length != (2 * Digits) + 1 || text[Digits] != ':')
            return false;
        if (!ushort.TryParse(text.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort vendor)
            || !ushort.TryParse(text.AsSpan(Digits + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort product))
        {
            return false;
        }

        id = new UsbId(vendor, product);
        return true;
    }

    /// <summary>As <see cref="TryParse"/> reads it, in lower case.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{VendorId:x4}:{ProductId:x4}");
}
