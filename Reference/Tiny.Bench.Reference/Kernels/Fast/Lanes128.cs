using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Four registers of 128 bits. Lanes are requantized one after the other: 128 bits have no shift by a count for each lane on every processor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Lanes128(Vector128<int> a, Vector128<int> b, Vector128<int> c, Vector128<int> d) : ILanes<Lanes128>
{
    /// <summary>Lanes 0 to 3.</summary>
    public readonly Vector128<int> A = a;

    /// <summary>Lanes 4 to 7.</summary>
    public readonly Vector128<int> B = b;

    /// <summary>Lanes 8 to 11.</summary>
    public readonly Vector128<int> C = c;

    /// <summary>Lanes 12 to 15.</summary>
    public readonly Vector128<int> D = d;

    public static Lanes128 Load(ref sbyte source) => new(
        Vector128.LoadUnsafe(ref source).AsInt32(),
        Vector128.LoadUnsafe(ref source, 16).AsInt32(),
        Vector128.LoadUnsafe(ref source, 32).AsInt32(),
        Vector128.LoadUnsafe(ref source, 48).AsInt32());

    public static Lanes128 Start(ref int block) => Load(ref Unsafe.As<int, sbyte>(ref Unsafe.Add(ref block, ChannelLanes.Start * ChannelLanes.Width)));

    public static Vector128<sbyte> Requantize<TRounding>(Lanes128 sums, ref int block)
        where TRounding : struct, ILaneRounding
    {
        Span<int> lanes = stackalloc int[ChannelLanes.Width];
        Span<sbyte> codes = stackalloc sbyte[ChannelLanes.Width];
        sums.A.CopyTo(lanes);
        sums.B.CopyTo(lanes[4..]);
        sums.C.CopyTo(lanes[8..]);
        sums.D.CopyTo(lanes[12..]);
        for (int lane = 0; lane < codes.Length; lane++)
        {
            var factor = new QuantizedMultiplier(Word(ref block, ChannelLanes.Multiplier, lane), Word(ref block, ChannelLanes.Shift, lane));
            int code = TRounding.Requantize(lanes[lane], factor) + Word(ref block, ChannelLanes.ZeroPoint, lane);
            codes[lane] = (sbyte)Math.Clamp(code, Word(ref block, ChannelLanes.Minimum, lane), Word(ref block, ChannelLanes.Maximum, lane));
        }

        return Vector128.Create<sbyte>(codes);
    }

    private static int Word(ref int block, int row, int lane) => Unsafe.Add(ref block, (row * ChannelLanes.Width) + lane);
}
