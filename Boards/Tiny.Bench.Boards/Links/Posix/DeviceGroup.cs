using System.Buffers.Binary;
using System.Globalization;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>The group that may open a device: dialout on Debian, uucp on Arch.</summary>
internal static class DeviceGroup
{
    private const int CurrentFolder = -100;
    private const uint GroupAndMode = 0x2 | 0x10;

    // struct statx of linux/stat.h, the same on every processor.
    private const int StatxSize = 256;
    private const int GroupAt = 24;
    private const int ModeAt = 28;
    private const int GroupReadsAndWrites = 0x30;

    /// <summary>Name of the group, its number where it has no name; null when the group may not either, or nothing can be learned.</summary>
    public static string? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        Span<byte> status = stackalloc byte[StatxSize];
        if (LibC.Statx(CurrentFolder, path, 0, GroupAndMode, status) != 0)
            return null;
        ushort mode = BinaryPrimitives.ReadUInt16LittleEndian(status[ModeAt..]);
        if ((mode & GroupReadsAndWrites) != GroupReadsAndWrites)
            return null;
        string number = BinaryPrimitives.ReadUInt32LittleEndian(status[GroupAt..]).ToString(CultureInfo.InvariantCulture);
        try
        {
            return NameOf(number, File.ReadLines("/etc/group"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return number;
        }
    }

    /// <summary>Looks a group's number up in lines of the form <c>name:password:number:members</c>.</summary>
    internal static string NameOf(string number, IEnumerable<string> lines) =>
        lines.Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length >= 3 && fields[2] == number)?[0] ?? number;
}
