namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>An operator on two inputs of the same shape, with its constants in the form that the vectors of this processor take.</summary>
internal interface IFastPair
{
    /// <summary>The tier and the form, as <c>avx2 pairs</c>.</summary>
    string Name { get; }

    /// <summary>Computes all outputs; allocates nothing. Both inputs have as many codes as the output.</summary>
    void Run(ReadOnlySpan<sbyte> input1, ReadOnlySpan<sbyte> input2, Span<sbyte> output);
}
