namespace Tiny.Bench.Reference.Quantizing;

/// <summary>The real values that a tensor is seen to take.</summary>
/// <param name="Minimum">Lowest; finite.</param>
/// <param name="Maximum">Highest; finite, not below <paramref name="Minimum"/>.</param>
public readonly record struct ActivationRange(float Minimum, float Maximum)
{
    /// <summary>The smallest range that covers both.</summary>
    public ActivationRange Union(ActivationRange other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

    /// <summary>The range of some values, at least one; not finite when one of them is not.</summary>
    public static ActivationRange Of(ReadOnlySpan<float> values)
    {
        float minimum = values[0], maximum = values[0];
        foreach (float value in values)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        return new ActivationRange(minimum, maximum);
    }

    /// <summary>Whether both ends are finite; NaN is not.</summary>
    public bool IsFinite => float.IsFinite(Minimum) && float.IsFinite(Maximum);
}
