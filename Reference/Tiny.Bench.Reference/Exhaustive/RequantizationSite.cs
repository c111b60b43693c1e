using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>One place of a model where an accumulator becomes an output code.</summary>
/// <param name="Channel">The output channel, or unit.</param>
/// <param name="Scale">Its factor.</param>
/// <param name="Clamp">What follows.</param>
/// <param name="Reachable">The accumulators that some input gives, by the bound of each product: nothing outside it can occur.</param>
public sealed record RequantizationSite(int Channel, QuantizedMultiplier Scale, OutputClamp Clamp, AccumulatorRange Reachable);
