using System.Runtime.InteropServices;

namespace Tiny.Bench.Boards.Links.Windows;

/// <summary>COMMTIMEOUTS of winbase.h, in milliseconds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CommTimeouts
{
    public uint ReadInterval;
    public uint ReadTotalMultiplier;
    public uint ReadTotalConstant;
    public uint WriteTotalMultiplier;
    public uint WriteTotalConstant;
}
