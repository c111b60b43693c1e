namespace Tiny.Bench.Boards.Enumeration;

/// <summary>Serial ports by their call-out devices. The USB ids lie in the I/O registry, which is not asked.</summary>
internal static class MacPorts
{
    private const string CallOut = "cu.";

    /// <summary>Lists <c>cu.*</c> of a folder of devices; <c>tty.*</c> are the same ports, and wait for a carrier.</summary>
    public static IEnumerable<SerialPortInfo> Find(string devices)
    {
        try
        {
            return
            [
                .. Directory.GetFileSystemEntries(devices, CallOut + "*")
                    .Select(path => new SerialPortInfo(path, null, null, null, DeviceText.Clean(Path.GetFileName(path)[CallOut.Length..]))),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
