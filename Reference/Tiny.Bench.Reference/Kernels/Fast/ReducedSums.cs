using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>MEAN of int8 over neighbouring axes, 16 outputs at a time; the last ones are computed twice where their number is no multiple.</summary>
internal sealed class ReducedSums<TRounding> : IFastKernel<sbyte>
    where TRounding : struct, ILaneRounding
{
    private const int Lanes = ChannelLanes.Width;

    private readonly ReducedBlocks _blocks;
    private readonly AlignedMemory<int> _channels = new(ChannelLanes.Words);

    /// <summary>Derives factors.</summary>
    /// <param name="blocks">At least 16 outputs in each.</param>
    /// <param name="inputZeroPoint">Code of real zero in the input.</param>
    /// <param name="factor">From a sum to the output's codes.</param>
    /// <param name="outputZeroPoint">Code of real zero in the output.</param>
    public ReducedSums(ReducedBlocks blocks, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint)
    {
        _blocks = blocks;
        ChannelLanes.PackSameFactor<TRounding>(_channels.Span, factor);
        ChannelLanes.PackOutput(_channels.Span, outputZeroPoint, sbyte.MinValue, sbyte.MaxValue);
        _channels.Span.Slice(ChannelLanes.Start * Lanes, Lanes).Fill(-inputZeroPoint * blocks.Count);
    }

    /// <summary>Memory that it takes.</summary>
    public static long Bytes => AlignedMemory<int>.Bytes(ChannelLanes.Words);

    /// <inheritdoc/>
    public string Name => $"{Tier.Vector128.Name()} sums";

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        (int outer, int count, int inner) = _blocks;
        if (input.Length != outer * count * inner || output.Length != outer * inner)
            throw new ArgumentException($"There are {input.Length} and {output.Length} codes; expected {outer * count * inner} and {outer * inner}.", nameof(output));
        ref sbyte source = ref MemoryMarshal.GetReference(input), target = ref MemoryMarshal.GetReference(output);
        ref int channels = ref _channels.First;
        for (int block = 0; block < outer; block++)
        {
            for (int first = 0; first < inner; first += Lanes)
            {
                int at = Math.Min(first, inner - Lanes);
                Lanes128 sums = CodeSums.Add(Lanes128.Start(ref channels), ref Unsafe.Add(ref source, at), inner, count);
                CodeSums.ToCodes<TRounding>(sums, ref channels).StoreUnsafe(ref target, (nuint)at);
            }

            source = ref Unsafe.Add(ref source, count * inner);
            target = ref Unsafe.Add(ref target, inner);
        }
    }
}
