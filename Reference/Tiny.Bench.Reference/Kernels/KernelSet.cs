namespace Tiny.Bench.Reference.Kernels;

/// <summary>Which kernels run a model. All give the same bytes; the plain ones are the specification.</summary>
public enum KernelSet
{
    /// <summary>The plain loops only.</summary>
    Plain,

    /// <summary>A fast kernel wherever one takes the operator, even on a processor without vector instructions.</summary>
    Fast,

    /// <summary>As <see cref="Fast"/> on a processor with vector instructions, else as <see cref="Plain"/>.</summary>
    Auto,
}
