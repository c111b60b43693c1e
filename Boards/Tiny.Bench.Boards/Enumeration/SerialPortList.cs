namespace Tiny.Bench.Boards.Enumeration;

/// <summary>The serial ports of this machine.</summary>
public static class SerialPortList
{
    /// <summary>Lists them, in the order of their names with numbers read as numbers. Opens none, and passes over what it cannot read.</summary>
    public static IReadOnlyList<SerialPortInfo> Find()
    {
        IEnumerable<SerialPortInfo> ports = OperatingSystem.IsWindows() ? WindowsPorts.Find()
            : OperatingSystem.IsMacOS() ? MacPorts.Find("/dev")
            : LinuxPorts.Find("/");
        return InOrder(ports);
    }

    /// <summary>Puts ttyACM2 before ttyACM10, and those before ttyUSB0.</summary>
    internal static IReadOnlyList<SerialPortInfo> InOrder(IEnumerable<SerialPortInfo> ports) =>
    [
        .. ports
            .OrderBy(port => port.Path.TrimEnd("0123456789".ToCharArray()), StringComparer.Ordinal)
            .ThenBy(port => port.Path.Length)
            .ThenBy(port => port.Path, StringComparer.Ordinal),
    ];
}
