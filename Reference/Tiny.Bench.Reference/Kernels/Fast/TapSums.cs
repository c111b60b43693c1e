using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>All sums of an operator, block by block of 16 output channels, each window's in registers until they are stored as codes.</summary>
/// <remarks>Every place that is read or written comes from the layout, which was derived from the same shapes as the lengths that <see cref="Run"/> checks.</remarks>
internal sealed class TapSums<TLanes, TStep, TRounding> : IFastKernel<sbyte>
    where TLanes : struct, ILanes<TLanes>
    where TStep : struct, ITapStep<TLanes>
    where TRounding : struct, ILaneRounding
{
    private const int StepBytes = SumLayout.StepBytes, WindowsAtOnce = 6;

    private readonly TStep _step;
    private readonly WindowGeometry _window;
    private readonly SumLayout _layout;
    private readonly PaddedImage? _image;
    private readonly AlignedMemory<sbyte> _weights;
    private readonly AlignedMemory<int> _channels;

    /// <summary>Takes what was packed for the same step.</summary>
    public TapSums(TStep step, WindowGeometry window, SumLayout layout, PaddedImage? image, AlignedMemory<sbyte> weights, AlignedMemory<int> channels)
    {
        (_step, _window, _layout, _image, _weights, _channels) = (step, window, layout, image, weights, channels);
        Name = $"{TStep.Tier.Name()} {(layout.WeightsPerStep == 1 ? "products" : "dots")}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        SumLayout.RequireLengths(_window, input, output);
        ref sbyte codes = ref _image is null ? ref MemoryMarshal.GetReference(input) : ref _image.Fill(input);
        ref sbyte target = ref MemoryMarshal.GetReference(output);
        int block = 0;
        for (; block < _layout.GroupedBlocks; block += SumLayout.BlocksAtOnce)
            SumOneWindow(block, ref codes, ref target);
        for (; block < _layout.Blocks.Length; block++)
            SumAllWindows(block, ref codes, ref target);
    }

    // The last windows are computed twice where their number is no multiple.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumAllWindows(int block, ref sbyte codes, ref sbyte target)
    {
        (int firstInput, int firstOutput, int count) = _layout.Blocks[block];
        ref int channels = ref Unsafe.Add(ref _channels.First, block * ChannelLanes.Words);
        ref sbyte weights = ref Unsafe.Add(ref _weights.First, _layout.WeightsOf(block).First);
        codes = ref Unsafe.Add(ref codes, firstInput);
        target = ref Unsafe.Add(ref target, firstOutput);
        TStep step = _step;
        ReadOnlySpan<int> steps = _layout.Steps, inputs = _layout.Inputs, outputs = _layout.Outputs;
        int last = inputs.Length - 1;
        for (int window = 0; window <= last; window += WindowsAtOnce)
        {
            int i1 = Math.Min(window + 1, last), i2 = Math.Min(window + 2, last), i3 = Math.Min(window + 3, last);
            int i4 = Math.Min(window + 4, last), i5 = Math.Min(window + 5, last);
            ref sbyte at0 = ref Unsafe.Add(ref codes, inputs[window]);
            ref sbyte at1 = ref Unsafe.Add(ref codes, inputs[i1]);
            ref sbyte at2 = ref Unsafe.Add(ref codes, inputs[i2]);
            ref sbyte at3 = ref Unsafe.Add(ref codes, inputs[i3]);
            ref sbyte at4 = ref Unsafe.Add(ref codes, inputs[i4]);
            ref sbyte at5 = ref Unsafe.Add(ref codes, inputs[i5]);
            TLanes sum0 = TLanes.Start(ref channels), sum1 = sum0, sum2 = sum0, sum3 = sum0, sum4 = sum0, sum5 = sum0;
            ref sbyte weight = ref weights;
            foreach (nint place in steps)
            {
                TLanes taps = TLanes.Load(ref weight);
                sum0 = step.Add(sum0, ref Unsafe.Add(ref at0, place), taps);
                sum1 = step.Add(sum1, ref Unsafe.Add(ref at1, place), taps);
                sum2 = step.Add(sum2, ref Unsafe.Add(ref at2, place), taps);
                sum3 = step.Add(sum3, ref Unsafe.Add(ref at3, place), taps);
                sum4 = step.Add(sum4, ref Unsafe.Add(ref at4, place), taps);
                sum5 = step.Add(sum5, ref Unsafe.Add(ref at5, place), taps);
                weight = ref Unsafe.Add(ref weight, StepBytes);
            }

            // All before the first store, so that what the block has for its lanes is loaded once.
            Vector128<sbyte> code0 = TLanes.Requantize<TRounding>(sum0, ref channels);
            Vector128<sbyte> code1 = TLanes.Requantize<TRounding>(sum1, ref channels);
            Vector128<sbyte> code2 = TLanes.Requantize<TRounding>(sum2, ref channels);
            Vector128<sbyte> code3 = TLanes.Requantize<TRounding>(sum3, ref channels);
            Vector128<sbyte> code4 = TLanes.Requantize<TRounding>(sum4, ref channels);
            Vector128<sbyte> code5 = TLanes.Requantize<TRounding>(sum5, ref channels);
            Store(ref Unsafe.Add(ref target, outputs[window]), code0, count);
            Store(ref Unsafe.Add(ref target, outputs[i1]), code1, count);
            Store(ref Unsafe.Add(ref target, outputs[i2]), code2, count);
            Store(ref Unsafe.Add(ref target, outputs[i3]), code3, count);
            Store(ref Unsafe.Add(ref target, outputs[i4]), code4, count);
            Store(ref Unsafe.Add(ref target, outputs[i5]), code5, count);
        }
    }

    // One window leaves no sums to share weights with: four blocks keep as many sums going.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumOneWindow(int block, ref sbyte codes, ref sbyte target)
    {
        ReadOnlySpan<SumBlock> blocks = _layout.Blocks.AsSpan(block, SumLayout.BlocksAtOnce);
        TStep step = _step;
        ReadOnlySpan<int> steps = _layout.Steps;
        ref int channels = ref Unsafe.Add(ref _channels.First, block * ChannelLanes.Words);
        ref int channels1 = ref Unsafe.Add(ref channels, ChannelLanes.Words);
        ref int channels2 = ref Unsafe.Add(ref channels1, ChannelLanes.Words);
        ref int channels3 = ref Unsafe.Add(ref channels2, ChannelLanes.Words);
        ref sbyte weight = ref Unsafe.Add(ref _weights.First, _layout.WeightsOf(block).First);
        ref sbyte at0 = ref Unsafe.Add(ref codes, blocks[0].Input);
        ref sbyte at1 = ref Unsafe.Add(ref codes, blocks[1].Input);
        ref sbyte at2 = ref Unsafe.Add(ref codes, blocks[2].Input);
        ref sbyte at3 = ref Unsafe.Add(ref codes, blocks[3].Input);
        TLanes sum0 = TLanes.Start(ref channels), sum1 = TLanes.Start(ref channels1);
        TLanes sum2 = TLanes.Start(ref channels2), sum3 = TLanes.Start(ref channels3);
        foreach (nint place in steps)
        {
            sum0 = step.Add(sum0, ref Unsafe.Add(ref at0, place), TLanes.Load(ref weight));
            sum1 = step.Add(sum1, ref Unsafe.Add(ref at1, place), TLanes.Load(ref Unsafe.Add(ref weight, 1 * StepBytes)));
            sum2 = step.Add(sum2, ref Unsafe.Add(ref at2, place), TLanes.Load(ref Unsafe.Add(ref weight, 2 * StepBytes)));
            sum3 = step.Add(sum3, ref Unsafe.Add(ref at3, place), TLanes.Load(ref Unsafe.Add(ref weight, 3 * StepBytes)));
            weight = ref Unsafe.Add(ref weight, SumLayout.BlocksAtOnce * StepBytes);
        }

        Store(ref Unsafe.Add(ref target, blocks[0].Output), TLanes.Requantize<TRounding>(sum0, ref channels), blocks[0].Count);
        Store(ref Unsafe.Add(ref target, blocks[1].Output), TLanes.Requantize<TRounding>(sum1, ref channels1), blocks[1].Count);
        Store(ref Unsafe.Add(ref target, blocks[2].Output), TLanes.Requantize<TRounding>(sum2, ref channels2), blocks[2].Count);
        Store(ref Unsafe.Add(ref target, blocks[3].Output), TLanes.Requantize<TRounding>(sum3, ref channels3), blocks[3].Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref sbyte target, Vector128<sbyte> codes, int count)
    {
        if (count == ChannelLanes.Width)
            codes.StoreUnsafe(ref target);
        else
            StorePart(ref target, codes, count);
    }

    // Inlined: a call would spill the sums of the other windows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePart(ref sbyte target, Vector128<sbyte> codes, int count)
    {
        int lane = 0;
        if (count >= 8)
        {
            codes.GetLower().StoreUnsafe(ref target);
            lane = 8;
        }

        for (; lane < count; lane++)
            Unsafe.Add(ref target, lane) = codes[lane];
    }
}
