using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>The tensors of an operator that weighs its input.</summary>
internal readonly record struct WeightedTensors(Tensor Input, Tensor Filter, Tensor? Bias, Tensor Output);
