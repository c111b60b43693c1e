using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A kernel that combines two broadcast inputs element by element and requantizes: ADD, SUB, MUL.</summary>
/// <typeparam name="TCodes">Its zero points, factors and clamp.</typeparam>
internal interface IElementwise<TCodes>
{
    /// <summary>Checks the quantization of the tensors and derives zero points, factors and clamp.</summary>
    static abstract TCodes PrepareCodes(OperatorContext context, Tensor input1, Tensor input2, Tensor output, int activation);

    /// <summary>What a board needs to run the int8 form; null where a plan has none.</summary>
    static virtual PlanParameters? Lower(Broadcast shapes, TCodes codes) => null;

    /// <summary>The int8 form packed for this processor; null where only the plain one takes the shapes.</summary>
    static virtual IFastPair? TryPack<TRounding>(Broadcast shapes, TCodes codes, HostMemory memory)
        where TRounding : struct, IRounding => null;

    /// <summary>The integer form.</summary>
    static abstract void Run<T, TRounding>(Broadcast shapes, TCodes codes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>
        where TRounding : struct, IRounding;

    /// <summary>The binary32 form.</summary>
    static abstract void Run(
        Broadcast shapes, (float Minimum, float Maximum) range, ReadOnlySpan<float> input1, ReadOnlySpan<float> input2, Span<float> output);
}
