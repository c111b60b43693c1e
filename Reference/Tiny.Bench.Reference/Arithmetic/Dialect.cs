namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The legal roundings that boards were found to use; a verdict always names one.</summary>
public enum Dialect
{
    /// <summary><c>double-rounding</c>, the reference.</summary>
    DoubleRounding,

    /// <summary><c>single-rounding</c>.</summary>
    SingleRounding,

    /// <summary><c>float32</c>.</summary>
    Float32,

    /// <summary><c>half-up</c>.</summary>
    HalfUp,

    /// <summary><c>half-even</c>.</summary>
    HalfEven,
}
