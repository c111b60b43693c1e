namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>An operator with its constants packed for the vectors of this processor. One thread at a time: it owns its scratch memory.</summary>
internal interface IFastKernel<TActivation>
    where TActivation : unmanaged
{
    /// <summary>The tier and the form, as <c>avx-vnni tiles</c>.</summary>
    string Name { get; }

    /// <summary>Computes all outputs; allocates nothing.</summary>
    void Run(ReadOnlySpan<TActivation> input, Span<TActivation> output);
}
