using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Execution;

/// <summary>How a model is run; the defaults are the reference.</summary>
public sealed record InterpreterOptions
{
    /// <summary>The rounding; default <see cref="Dialect.DoubleRounding"/>.</summary>
    public Dialect Dialect { get; init; } = Dialect.DoubleRounding;

    /// <summary>The softmax of int8 logits; default <see cref="SoftmaxRule.FixedPoint"/>.</summary>
    public SoftmaxRule Softmax { get; init; } = SoftmaxRule.FixedPoint;

    /// <summary>The kernels; default <see cref="KernelSet.Plain"/>, the specification. All give the same bytes.</summary>
    public KernelSet Kernels { get; init; } = KernelSet.Plain;

    /// <summary>Whether inputs keep their memory to the end, so that any number of inferences can follow one <see cref="Interpreter.SetInput"/>. Default false, as TFLM.</summary>
    public bool KeepInputs { get; init; }

    /// <summary>Most bytes that the arena may take; a model that asks for more is refused. Default 64 MiB, far above any microcontroller.</summary>
    /// <remarks>Factors and unpacked weights, which the host keeps beside the arena, may take as much again, and packed weights of fast kernels as much once more.</remarks>
    public long MaximumArenaBytes { get; init; } = 64L << 20;

    /// <summary>Most inner-loop steps that one inference may take; a model that asks for more is refused, not run for hours. Default 2^34.</summary>
    public long MaximumSteps { get; init; } = 1L << 34;
}
