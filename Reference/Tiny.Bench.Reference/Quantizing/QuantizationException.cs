namespace Tiny.Bench.Reference.Quantizing;

/// <summary>A model or its calibration data cannot be quantized: says which tensor or operator, and what was expected.</summary>
public sealed class QuantizationException : ReferenceException
{
    /// <summary>Creates the error.</summary>
    public QuantizationException(string where, string problem)
        : base(where, problem)
    {
    }
}
