using System.Runtime.CompilerServices;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Packs weights, biases and factors for the best tier: each block's weights step by step, 4 bytes for each of its 16 channels.</summary>
/// <remarks>
/// A step of four codes has a weight in each byte; a step of one has its weight as 16 bits, and zeros above them.
/// The sum of <c>(x - z) * w</c> is that of <c>(x + offset) * w</c> less <c>(z + offset)</c> times the sum of the weights, which goes into the start value.
/// </remarks>
internal readonly ref struct SumPacker(
    WindowGeometry window,
    TapFilter filter,
    Requantization codes,
    ReadOnlySpan<sbyte> weights,
    ReadOnlySpan<int> bias,
    SumLayout layout,
    PaddedImage? image) : ILaneRoundingUser<IFastKernel<sbyte>>
{
    private readonly ReadOnlySpan<sbyte> _weights = weights;
    private readonly ReadOnlySpan<int> _bias = bias;

    public IFastKernel<sbyte> Use<TRounding>()
        where TRounding : struct, ILaneRounding => (layout.WeightsPerStep, Tiers.Best) switch
        {
            _ when layout.AreRowPairs => PackRowPairs<TRounding>(),
            (1, Tier.AvxVnni or Tier.Avx512BW) when Tiers.HasAvx512BW => Pack<Lanes512, Avx512Products, TRounding>(),
            (1, Tier.AvxVnni or Tier.Avx2) => Pack<Lanes256, Avx2Products, TRounding>(),
            (1, _) => Pack<Lanes128, Vector128Products, TRounding>(),
            _ when layout.ArePairs => Pack<Lanes256, AvxVnniPairDot, TRounding>(new AvxVnniPairDot(window.StrideWidth * window.InputChannels)),
            (_, Tier.AvxVnni) => Pack<Lanes256, AvxVnniDot, TRounding>(),
            (_, Tier.Avx512BW) => Pack<Lanes512, Avx512Dot, TRounding>(),
            (_, Tier.Avx2) => Pack<Lanes256, Avx2Dot, TRounding>(),
            (_, Tier.AdvSimdDp) => Pack<Lanes128, AdvSimdDot, TRounding>(),
            _ => Pack<Lanes128, Vector128Dot, TRounding>(),
        };

    private TapSums<TLanes, TStep, TRounding> Pack<TLanes, TStep, TRounding>(TStep step = default)
        where TLanes : struct, ILanes<TLanes>
        where TStep : struct, ITapStep<TLanes>
        where TRounding : struct, ILaneRounding
    {
        (AlignedMemory<sbyte> packed, AlignedMemory<int> channels) = PackBlocks<TRounding>(TStep.CodeOffset);
        return new TapSums<TLanes, TStep, TRounding>(step, window, layout, image, packed, channels);
    }

    private DepthwiseRowPairs<TRounding> PackRowPairs<TRounding>()
        where TRounding : struct, ILaneRounding
    {
        (AlignedMemory<sbyte> packed, AlignedMemory<int> channels) = PackBlocks<TRounding>(DepthwiseRowPairs<TRounding>.CodeOffset);
        return new DepthwiseRowPairs<TRounding>(window, layout, image, packed, channels);
    }

    private (AlignedMemory<sbyte> Weights, AlignedMemory<int> Channels) PackBlocks<TRounding>(int codeOffset)
        where TRounding : struct, ILaneRounding
    {
        var packed = new AlignedMemory<sbyte>(layout.Blocks.Length * layout.Steps.Length * SumLayout.StepBytes);
        var channels = new AlignedMemory<int>(layout.Blocks.Length * ChannelLanes.Words);
        for (int index = 0; index < layout.Blocks.Length; index++)
        {
            SumBlock block = layout.Blocks[index];
            (int firstStep, int stepStride) = layout.WeightsOf(index);
            Span<int> words = channels.Span.Slice(index * ChannelLanes.Words, ChannelLanes.Words);
            ChannelLanes.PackOutput(words, codes.OutputZeroPoint, codes.ActivationMinimum, codes.ActivationMaximum);
            for (int lane = 0; lane < block.Count; lane++)
            {
                int channel = (block.Output + lane) % filter.Channels;
                ChannelLanes.PackFactor<TRounding>(words, lane, codes.Multipliers[channel]);
                int sumOfWeights = PackLane(packed.Span[firstStep..], stepStride, lane, channel * filter.ChannelStride);
                int start = _bias.IsEmpty ? 0 : _bias[channel];
                words[(ChannelLanes.Start * ChannelLanes.Width) + lane] = start - ((codes.InputZeroPoint + codeOffset) * sumOfWeights);
            }
        }

        return (packed, channels);
    }

    // The sum of the lane's weights. Optimised at once: a model is packed before tiering would notice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int PackLane(Span<sbyte> steps, int stepStride, int lane, int firstWeight)
    {
        int sum = 0, perStep = layout.WeightsPerStep;
        for (int place = 0; place < layout.Weights.Length; place++)
        {
            if (layout.Weights[place] == SumLayout.NoWeight)
                continue;
            int weight = _weights[firstWeight + layout.Weights[place]] - codes.FilterZeroPoint;
            int at = (place / perStep * stepStride) + (lane * sizeof(int)) + (place % perStep);
            steps[at] = (sbyte)weight;
            if (perStep == 1)
                steps[at + 1] = (sbyte)(weight >> 8);
            sum += weight;
        }

        return sum;
    }
}
