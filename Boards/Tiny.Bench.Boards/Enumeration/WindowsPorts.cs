using System.Runtime.Versioning;
using System.Security;
using Microsoft.Win32;

namespace Tiny.Bench.Boards.Enumeration;

/// <summary>Serial ports by the registry: those that are there now, and what USB says of them.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsPorts
{
    private const string Present = @"HARDWARE\DEVICEMAP\SERIALCOMM";
    private const string Usb = @"SYSTEM\CurrentControlSet\Enum\USB";

    /// <summary>Lists them.</summary>
    public static IEnumerable<SerialPortInfo> Find()
    {
        Dictionary<string, SerialPortInfo> known = Described();
        using RegistryKey? present = Open(Registry.LocalMachine, Present);
        foreach (string value in present?.GetValueNames() ?? [])
        {
            if (present!.GetValue(value) is string name)
                yield return known.GetValueOrDefault(name) ?? new SerialPortInfo(name, null, null, null, null);
        }
    }

    /// <summary>Every port that Windows remembers, by name: Enum\USB\VID_0483&amp;PID_374B&amp;MI_02\instance\Device Parameters\PortName.</summary>
    private static Dictionary<string, SerialPortInfo> Described()
    {
        var ports = new Dictionary<string, SerialPortInfo>(StringComparer.OrdinalIgnoreCase);
        using RegistryKey? usb = Open(Registry.LocalMachine, Usb);
        foreach (string kind in usb?.GetSubKeyNames() ?? [])
        {
            if (!UsbHardwareId.TryParse(kind, out UsbHardwareId id))
                continue;
            using RegistryKey? devices = Open(usb!, kind);
            foreach (string instance in devices?.GetSubKeyNames() ?? [])
            {
                using RegistryKey? device = Open(devices!, instance);
                using RegistryKey? parameters = device is null ? null : Open(device, "Device Parameters");
                if (parameters?.GetValue("PortName") is not string name)
                    continue;

                // Windows makes up an instance where a device, or one interface of it, has no serial number: it has an ampersand.
                string? serial = instance.Contains('&', StringComparison.Ordinal) ? null : DeviceText.Clean(instance);
                string? text = device!.GetValue("FriendlyName") is string friendly ? DeviceText.Clean(friendly) : null;
                ports.TryAdd(name, new SerialPortInfo(name, id.Vendor, id.Product, serial, text));
            }
        }

        return ports;
    }

    private static RegistryKey? Open(RegistryKey key, string name)
    {
        try
        {
            return key.OpenSubKey(name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SecurityException)
        {
            return null;
        }
    }
}
