using System.Buffers;
using System.Buffers.Binary;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Writes the parameters of one operator: i32 fields, little-endian.</summary>
internal sealed class PlanFieldWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Fields in a row.</summary>
    public void Int32(params ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), value);
            _bytes.Advance(sizeof(int));
        }
    }

    /// <summary>Multiplier and shift.</summary>
    public void Multiplier(QuantizedMultiplier multiplier) => Int32(multiplier.Multiplier, multiplier.Shift);

    /// <summary>Count, then each.</summary>
    public void Multipliers(IReadOnlyCollection<QuantizedMultiplier> multipliers)
    {
        Int32(multipliers.Count);
        foreach (QuantizedMultiplier multiplier in multipliers)
            Multiplier(multiplier);
    }

    /// <summary>The page's "window".</summary>
    public void Window(WindowGeometry window)
    {
        Int32(window.Batches, window.InputHeight, window.InputWidth, window.InputChannels);
        Int32(window.OutputHeight, window.OutputWidth, window.OutputChannels);
        Int32(window.FilterHeight, window.FilterWidth, window.StrideHeight, window.StrideWidth);
        Int32(window.DilationHeight, window.DilationWidth, window.PadTop, window.PadLeft);
    }

    /// <summary>The page's "codes".</summary>
    public void Codes(Requantization codes)
    {
        Int32(codes.InputZeroPoint, codes.FilterZeroPoint, codes.OutputZeroPoint);
        Int32(codes.ActivationMinimum, codes.ActivationMaximum);
    }

    /// <summary>The page's "broadcast".</summary>
    public void Broadcast(BroadcastStrides broadcast)
    {
        Int32(broadcast.Extents);
        Int32(broadcast.First);
        Int32(broadcast.Second);
    }
}
