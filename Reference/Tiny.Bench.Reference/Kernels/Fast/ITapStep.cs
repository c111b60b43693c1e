namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>One step of 16 sums: what stands at one place of the input, times 64 bytes of weights.</summary>
internal interface ITapStep<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>The step's instructions.</summary>
    static abstract Tier Tier { get; }

    /// <summary>What the step adds to each code that it multiplies.</summary>
    static abstract int CodeOffset { get; }

    /// <summary>The sums with the step's products.</summary>
    TLanes Add(TLanes sums, ref sbyte codes, TLanes weights);
}
