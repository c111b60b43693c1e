namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Where the codes and weights of every sum stand: all that shapes decide.</summary>
internal sealed class SumLayout
{
    /// <summary>Marks a place of a step without a weight.</summary>
    public const int NoWeight = -1;

    /// <summary>Bytes of packed weights that a step has for a block.</summary>
    public const int StepBytes = 64;

    /// <summary>Blocks that go through an only window together.</summary>
    public const int BlocksAtOnce = 4;

    /// <summary>Where each step reads, from the first code under a window on.</summary>
    public required int[] Steps { get; init; }

    /// <summary>The weights of each step, as offsets from those of the output channel.</summary>
    public required int[] Weights { get; init; }

    /// <summary>The first code under each window, in the image as it is read.</summary>
    public required int[] Inputs { get; init; }

    /// <summary>The first output of each window.</summary>
    public required int[] Outputs { get; init; }

    /// <summary>The blocks of output channels.</summary>
    public required SumBlock[] Blocks { get; init; }

    /// <summary>Whether the steps are the columns of a depthwise 3x3 window, for <see cref="DepthwiseRowPairs{TRounding}"/>; it walks the image itself.</summary>
    public bool AreRowPairs { get; init; }

    /// <summary>Whether a block is two neighbouring windows of 8 channels, for <see cref="AvxVnniPairDot"/>.</summary>
    public bool ArePairs { get; init; }

    /// <summary>Weights that a step has for each output channel.</summary>
    public int WeightsPerStep => Weights.Length / Steps.Length;

    /// <summary>Blocks that are summed <see cref="BlocksAtOnce"/> together: where there is one window only, all whole groups.</summary>
    public int GroupedBlocks => Inputs.Length == 1 ? Blocks.Length / BlocksAtOnce * BlocksAtOnce : 0;

    /// <summary>Where a block's packed weights start, and how far it is from one step's to the next's. Grouped blocks take turns, as they are read.</summary>
    public (int First, int Stride) WeightsOf(int block)
    {
        if (block >= GroupedBlocks)
            return (block * Steps.Length * StepBytes, StepBytes);
        (int group, int member) = Math.DivRem(block, BlocksAtOnce);
        return (((group * BlocksAtOnce * Steps.Length) + member) * StepBytes, BlocksAtOnce * StepBytes);
    }

    /// <summary>Checks what every place of the layout relies on.</summary>
    /// <exception cref="ArgumentException">The input or the output has not the window's extents.</exception>
    public static void RequireLengths(WindowGeometry window, ReadOnlySpan<sbyte> input, ReadOnlySpan<sbyte> output)
    {
        if (input.Length != window.InputCount)
            throw new ArgumentException($"The input has {input.Length} codes; expected {window.InputCount}.", nameof(input));
        if (output.Length != window.OutputCount)
            throw new ArgumentException($"The output has {output.Length} codes; expected {window.OutputCount}.", nameof(output));
    }
}
