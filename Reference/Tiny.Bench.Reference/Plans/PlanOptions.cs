using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Plans;

/// <summary>What a plan says beside the model.</summary>
public sealed record PlanOptions
{
    /// <summary>The id that the board prints: 1 to 15 ASCII letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, such as <c>kws01</c>.</summary>
    public required string ModelId { get; init; }

    /// <summary>How an upload becomes input tensors; default raw.</summary>
    public InputEncoding InputEncoding { get; init; }

    /// <summary>How the board prints results; default rounded.</summary>
    public ResultForm ResultForm { get; init; }

    /// <summary>The rounding that the kernels of the board should have: <see cref="Dialect.DoubleRounding"/> (default) or <see cref="Dialect.SingleRounding"/>.</summary>
    public Dialect Dialect { get; init; } = Dialect.DoubleRounding;

    /// <summary>Most bytes that a plan may take; default 64 MiB, far above any microcontroller. A small file can share one constant between thousands of tensors.</summary>
    public int MaximumBytes { get; init; } = 64 << 20;
}
