using System.Globalization;

namespace Tiny.Bench.Boards.Enumeration;

/// <summary>Serial ports by sysfs, with the names that udev gives them.</summary>
/// <remarks>Source: Linux Documentation/ABI/stable/sysfs-bus-usb and testing/sysfs-tty; udev rules/60-serial.rules.</remarks>
internal static class LinuxPorts
{
    // type of sysfs-tty: a 8250 driver offers ports that no chip answers behind.
    private const string NoChip = "0";

    /// <summary>Lists the ports of a machine whose root folder is given.</summary>
    public static IEnumerable<SerialPortInfo> Find(string root)
    {
        Dictionary<string, string> stable = StablePaths(root);
        foreach (string entry in Entries(Path.Combine(root, "sys/class/tty")))
        {
            string name = Path.GetFileName(entry);
            if (Describe(entry, "/dev/" + name) is not { } port)
                continue;
            stable.Remove(name, out string? path);
            yield return port with { StablePath = path };
        }

        // In a container sysfs may be another's, or not there.
        foreach ((string name, string path) in stable)
            yield return new SerialPortInfo("/dev/" + name, null, null, null, DeviceText.Clean(Path.GetFileName(path))) { StablePath = path };
    }

    private static SerialPortInfo? Describe(string entry, string path)
    {
        // Consoles and pseudo-terminals have no device. The link is relative to where the entry itself leads.
        string tty = Follow(entry) ?? entry;
        if (Follow(Path.Combine(tty, "device")) is not { } device || DeviceText.Read(Path.Combine(tty, "type")) is NoChip)
            return null;
        string? usb = device;
        while (usb is not null && !File.Exists(Path.Combine(usb, "idVendor")))
            usb = Path.GetDirectoryName(usb);
        if (usb is null)
            return new SerialPortInfo(path, null, null, null, null);

        string?[] words =
        [
            DeviceText.Read(Path.Combine(usb, "manufacturer")),
            DeviceText.Read(Path.Combine(usb, "product")),
            DeviceText.Read(Path.Combine(device, "interface")) ?? DeviceText.Read(Path.Combine(device, "../interface")),
        ];
        return new SerialPortInfo(
            path,
            Id(Path.Combine(usb, "idVendor")),
            Id(Path.Combine(usb, "idProduct")),
            DeviceText.Read(Path.Combine(usb, "serial")),
            DeviceText.Clean(string.Join(' ', words.OfType<string>())));
    }

    private static ushort? Id(string file) =>
        ushort.TryParse(DeviceText.Read(file), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort id) ? id : null;

    /// <summary>From a device's name to its path under by-id.</summary>
    private static Dictionary<string, string> StablePaths(string root)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string entry in Entries(Path.Combine(root, "dev/serial/by-id")))
        {
            if (new FileInfo(entry).LinkTarget is { } target)
                paths.TryAdd(Path.GetFileName(target), "/dev/serial/by-id/" + Path.GetFileName(entry));
        }

        return paths;
    }

    private static string[] Entries(string folder)
    {
        try
        {
            string[] entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Where a symbolic link leads, if something is there.</summary>
    private static string? Follow(string link)
    {
        try
        {
            return Directory.ResolveLinkTarget(link, returnFinalTarget: true) is { Exists: true } target ? target.FullName : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
