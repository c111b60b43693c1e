namespace Tiny.Bench.Reference.Vectors;

/// <summary>What one output element was before its requantization, and the factor that followed.</summary>
/// <param name="Value">The int32 sum: of products and bias, of both scaled inputs (ADD), or the product (MUL).</param>
/// <param name="Multiplier">Q0.31 factor of the element's channel.</param>
/// <param name="Shift">Its power of two; positive shifts left.</param>
public readonly record struct Accumulator(int Value, int Multiplier, int Shift);
