using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A copy of the input among codes of real zero, so that a window reads padding as it reads the image.</summary>
/// <remarks>The border is written once. A few bytes after the end are zeros too: steps of 4 and 16 bytes may read over the last channel there.</remarks>
internal sealed class PaddedImage
{
    private const int Slack = 16;

    private readonly WindowGeometry _window;
    private readonly ImageExtents _extents;
    private readonly AlignedMemory<sbyte> _codes;
    private readonly int _rows;
    private readonly int _columns;

    /// <summary>Writes the border.</summary>
    public PaddedImage(WindowGeometry window, sbyte zeroPoint)
    {
        _window = window;
        _extents = ImageExtents.Reached(window);
        _columns = Math.Clamp(_extents.Width - window.PadLeft, 0, window.InputWidth);
        _rows = _columns == 0 ? 0 : Math.Clamp(_extents.Height - window.PadTop, 0, window.InputHeight);
        _codes = new AlignedMemory<sbyte>((int)Elements(window) + Slack);
        _codes.Span.Fill(zeroPoint);
    }

    /// <summary>Memory that it takes.</summary>
    public static long Bytes(WindowGeometry window) => AlignedMemory<sbyte>.Bytes(Elements(window) + Slack);

    /// <summary>Copies the image in.</summary>
    /// <returns>The first code of the copy.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref sbyte Fill(ReadOnlySpan<sbyte> input)
    {
        (int height, int width) = _extents;
        int channels = _window.InputChannels;
        Span<sbyte> codes = _codes.Span;
        for (int batch = 0; batch < _window.Batches; batch++)
        for (int y = 0; y < _rows; y++)
        {
            ReadOnlySpan<sbyte> row = input.Slice(((batch * _window.InputHeight) + y) * _window.InputWidth * channels, _columns * channels);
            row.CopyTo(codes[(((((batch * height) + y + _window.PadTop) * width) + _window.PadLeft) * channels)..]);
        }

        return ref MemoryMarshal.GetReference(codes);
    }

    private static long Elements(WindowGeometry window)
    {
        (int height, int width) = ImageExtents.Reached(window);
        return (long)Int128.Min((Int128)height * width * window.Batches * window.InputChannels, int.MaxValue);
    }
}
