using System.Numerics;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>A rounding that takes as many accumulators at once as the processor has lanes, for comparisons over billions of them.</summary>
/// <remarks>Lane by lane equal to <see cref="IRounding.Requantize"/>, which stays the specification. <see cref="Vector{T}"/> fits 128, 256 and 512 bits.</remarks>
internal interface IVectorRounding : IRounding
{
    /// <summary>Requantizes every lane; the multiplier is not negative.</summary>
    static abstract Vector<int> Requantize(Vector<int> x, QuantizedMultiplier scale);
}
