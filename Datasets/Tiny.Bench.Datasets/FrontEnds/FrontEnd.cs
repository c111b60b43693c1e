using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>What all front ends share.</summary>
public static class FrontEnd
{
    /// <summary>Samples a second, in hertz.</summary>
    public const int SampleRate = 16000;

    /// <summary>The sample that stands for 1.0, were there such a one.</summary>
    internal const float FullScale = 32768;

    /// <summary>The features of a wav file's first channel.</summary>
    /// <param name="frontEnd">The front end.</param>
    /// <param name="where">What errors call the file.</param>
    /// <param name="audio">What the file holds.</param>
    /// <exception cref="DatasetException">It has another sample rate, or is too short.</exception>
    public static float[] Hear(this IFrontEnd frontEnd, string where, WavAudio audio)
    {
        if (audio.SampleRate != SampleRate)
            throw new DatasetException(where, $"has {audio.SampleRate} samples a second; expected {SampleRate}");
        if (audio.SampleCount < frontEnd.LeastSamples)
            throw new DatasetException(where, $"has {audio.SampleCount} samples; the front end takes at least {frontEnd.LeastSamples}");
        return frontEnd.Compute(audio.Channel(0));
    }

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
