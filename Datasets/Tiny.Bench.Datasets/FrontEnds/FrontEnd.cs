namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>What all front ends share.</summary>
public static class FrontEnd
{
    /// <summary>Samples a second, in hertz.</summary>
    public const int SampleRate = 16000;

    /// <summary>The sample that stands for 1.0, were there such a one.</summary>
    internal const float FullScale = 32768;

    internal static void RequireSamples(IFrontEnd frontEnd, ReadOnlySpan<short> samples)
    {
        if (samples.Length < frontEnd.LeastSamples)
            throw new ArgumentException($"has {samples.Length} samples; the front end takes at least {frontEnd.LeastSamples}", nameof(samples));
    }

    /// <summary>Codes by a C cast: cut toward zero, and of a sum that does not fit the low eight bits.</summary>
    internal static byte[] Cut(ReadOnlySpan<float> values, double scale, int zeroPoint)
    {
        var codes = new byte[values.Length];
        for (int index = 0; index < codes.Length; index++)
            codes[index] = unchecked((byte)(int)((values[index] / scale) + zeroPoint));
        return codes;
    }
}
