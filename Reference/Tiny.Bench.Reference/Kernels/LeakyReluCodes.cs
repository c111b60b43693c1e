using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Zero points and factors of LEAKY_RELU.</summary>
/// <param name="InputZeroPoint">Code of real zero in the input.</param>
/// <param name="OutputZeroPoint">Code of real zero in the output.</param>
/// <param name="Identity">Input scale over output scale, for x at least 0.</param>
/// <param name="Alpha">The same times the magnitude of alpha, for x below 0.</param>
/// <param name="AlphaIsNegative">A factor has no sign, so x is negated instead: the rounding sees the same product.</param>
public readonly record struct LeakyReluCodes(
    int InputZeroPoint,
    int OutputZeroPoint,
    QuantizedMultiplier Identity,
    QuantizedMultiplier Alpha,
    bool AlphaIsNegative = false);
