using System.Numerics;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The front end of sww01: frames of 40 logarithmic filter bank values from 0 to 1, one every 32 ms.</summary>
/// <remarks>Source: spec/front-ends.md, sww01; spec/mlperf-tiny.md section 1.11.</remarks>
public sealed class WakeWordFilterBank : IFrontEnd
{
    /// <summary>Frames that the model hears at once, the newest last.</summary>
    public const int ModelFrames = 30;

    /// <summary>Samples from the start of a frame to the start of the next.</summary>
    public const int FrameStride = 512;

    /// <summary>Samples of a frame.</summary>
    public const int FrameLength = 1024;

    private const int FilterCount = 40;
    private const double PreEmphasis = 0.96875;
    private const double Floor = 1e-30;
    private const double DecibelOffset = 52;
    private const double DecibelRange = 64;

    // The quantization of the model's input, by which the firmware casts.
    private const double CodeScale = 0.0037010426;
    private const int CodeZeroPoint = -128;

    private readonly PowerSpectrum _spectrum;
    private readonly MelFilterBank _filters;

    /// <summary>Prepares the tables.</summary>
    public WakeWordFilterBank()
        : this(Vector.IsHardwareAccelerated)
    {
    }

    internal WakeWordFilterBank(bool vectorized)
    {
        _spectrum = new PowerSpectrum(FrameWindow.SymmetricHamming(FrameLength), FrameLength, vectorized);
        _filters = MelFilterBank.LinearInMel(FilterCount, 0, FrontEnd.SampleRate / 2, _spectrum.BinCount, FrontEnd.SampleRate);
    }

    /// <inheritdoc/>
    public int ValuesPerFrame => FilterCount;

    /// <inheritdoc/>
    public int LeastSamples => FrameLength;

    /// <inheritdoc/>
    public int FrameCount(int samples) => samples < LeastSamples ? 0 : 1 + ((samples - FrameLength) / FrameStride);

    /// <inheritdoc/>
    public float[] Compute(ReadOnlySpan<short> samples)
    {
        FrontEnd.RequireSamples(this, samples);
        double[] emphasized = Emphasize(samples);
        int frames = FrameCount(samples.Length);
        var features = new float[frames * FilterCount];
        Span<double> bins = stackalloc double[_spectrum.BinCount];
        Span<double> mel = stackalloc double[FilterCount];
        for (int frame = 0; frame < frames; frame++)
        {
            _spectrum.Compute(emphasized.AsSpan(frame * FrameStride, FrameLength), bins);
            foreach (ref double bin in bins)
                bin = Math.Max(bin / FrameLength, Floor);
            _filters.Apply(bins, mel);
            for (int filter = 0; filter < FilterCount; filter++)
            {
                double decibels = 10 * Math.Log10(Math.Max(mel[filter], Floor));
                features[(frame * FilterCount) + filter] = (float)Math.Clamp((decibels + DecibelOffset) / DecibelRange, 0, 1);
            }
        }

        return features;
    }

    /// <summary>The int8 codes of features as the firmware casts them: cut toward zero, and wrapped where they do not fit.</summary>
    public static byte[] ToCodes(ReadOnlySpan<float> features) => FrontEnd.Cut(features, CodeScale, CodeZeroPoint);

    private static double[] Emphasize(ReadOnlySpan<short> samples)
    {
        var emphasized = new double[samples.Length];
        double previous = 0;
        for (int index = 0; index < samples.Length; index++)
        {
            double sample = samples[index] / FrontEnd.FullScale;
            emphasized[index] = sample - (PreEmphasis * previous);
            previous = sample;
        }

        return emphasized;
    }
}
