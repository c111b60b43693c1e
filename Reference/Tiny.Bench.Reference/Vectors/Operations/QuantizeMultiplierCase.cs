using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>quantize_multiplier</c>: binary64 scales, as bits, to multiplier and shift, interleaved.</summary>
internal sealed class QuantizeMultiplierCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase) => ScaleBits.Read(vectorCase)
        .Select(scale => QuantizedMultiplier.FromReal(scale))
        .SelectMany(scale => new[] { scale.Multiplier, scale.Shift })
        .ToArray();
}
