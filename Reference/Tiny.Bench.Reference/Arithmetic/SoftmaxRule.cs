namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>How int8 logits become int8 probabilities. Other types have one rule only.</summary>
public enum SoftmaxRule
{
    /// <summary><c>fixed-point</c>, the reference: gemmlowp's exponential and reciprocal (spec section 8).</summary>
    FixedPoint,

    /// <summary><c>truncating-float</c>: a binary32 softmax whose codes are cut, <c>floor(256 p) - 128</c> (spec section 15).</summary>
    TruncatingFloat,
}
