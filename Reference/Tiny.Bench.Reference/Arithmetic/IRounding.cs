namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>How an int32 accumulator becomes an output code. A kernel takes it as a type parameter, so that it costs nothing at run time.</summary>
/// <remarks>The legal forms, found on published boards or documented by their vendors, are in spec section 15; <see cref="Dialect"/> names them.</remarks>
public interface IRounding
{
    /// <summary>The integer nearest to <c>x * scale</c>, by this dialect's rule for what nearest means.</summary>
    static abstract int Requantize(int x, QuantizedMultiplier scale);
}
