using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Elements that start at a cache line and stay there, so that no vector of packed constants lies across two.</summary>
internal sealed class AlignedMemory<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    private readonly T[] _array;
    private readonly int _first;

    /// <summary>Allocates zeros.</summary>
    public AlignedMemory(int length)
    {
        _array = GC.AllocateArray<T>(length + (CacheLine / Unsafe.SizeOf<T>()), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _first = (int)((CacheLine - (address % CacheLine)) % CacheLine) / Unsafe.SizeOf<T>();
        Length = length;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span => _array.AsSpan(_first, Length);

    /// <summary>The first element.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _first);

    /// <summary>Bytes that <paramref name="length"/> elements take.</summary>
    public static long Bytes(long length) => (length * Unsafe.SizeOf<T>()) + CacheLine;
}
