using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>A vector case as one operator of a plan, on int8 codes.</summary>
/// <param name="Parameters">What the kernel is called with.</param>
/// <param name="Inputs">The tensors that are uploaded, in the operator's order.</param>
/// <param name="Weights">The filter that follows them; null for none.</param>
/// <param name="Bias">The bias that follows it; null for none.</param>
internal sealed record LoweredCase(PlanParameters Parameters, IReadOnlyList<VectorTensor> Inputs, sbyte[]? Weights = null, int[]? Bias = null);
