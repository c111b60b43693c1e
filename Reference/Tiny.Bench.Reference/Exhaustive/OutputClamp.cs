namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>From a requantized value to an output code: the zero point is added, then the code is held inside the activation's range.</summary>
/// <param name="ZeroPoint">Code of real zero.</param>
/// <param name="Minimum">Lowest code.</param>
/// <param name="Maximum">Highest code, at least <paramref name="Minimum"/>.</param>
public readonly record struct OutputClamp(int ZeroPoint, int Minimum, int Maximum)
{
    /// <summary>The output code; the addition wraps, as every kernel's does.</summary>
    public int Code(int requantized) => Math.Clamp(requantized + ZeroPoint, Minimum, Maximum);
}
