using System.Numerics;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The front end of kws01: 49 frames of 10 mel-frequency cepstral coefficients of one second.</summary>
/// <remarks>Source: spec/front-ends.md, kws01; mlcommons/tiny keyword_spotting get_dataset.py, prepare_processing_graph.</remarks>
public sealed class KeywordMfcc : IFrontEnd
{
    /// <summary>Samples that are heard: a longer sound is cut, a shorter one ends in silence.</summary>
    public const int ClipSamples = FrontEnd.SampleRate;

    /// <summary>Frames of every sound.</summary>
    public const int Frames = 1 + ((ClipSamples - FrameLength) / FrameStride);

    private const int FrameLength = 480;
    private const int FrameStride = 320;
    private const int FftLength = 512;
    private const int FilterCount = 40;
    private const int Coefficients = 10;

    // The quantization of the model's input, which the official files were written with.
    private const double CodeScale = 0.5847029089927673;
    private const int CodeZeroPoint = 83;

    private readonly PowerSpectrum _spectrum;
    private readonly MelFilterBank _filters;
    private readonly double[] _cosines;

    /// <summary>Prepares the tables.</summary>
    public KeywordMfcc()
        : this(Vector.IsHardwareAccelerated)
    {
    }

    internal KeywordMfcc(bool vectorized)
    {
        _spectrum = new PowerSpectrum(FrameWindow.PeriodicHann(FrameLength), FftLength, vectorized);
        _filters = MelFilterBank.LinearInMel(FilterCount, 20, 4000, _spectrum.BinCount, FrontEnd.SampleRate);
        _cosines = new double[Coefficients * FilterCount];
        for (int index = 0; index < _cosines.Length; index++)
            _cosines[index] = Math.Cos(Math.PI / FilterCount * (index % FilterCount + 0.5) * (index / FilterCount)) * 2 / Math.Sqrt(2 * FilterCount);
    }

    /// <inheritdoc/>
    public int ValuesPerFrame => Coefficients;

    /// <inheritdoc/>
    public int LeastSamples => 1;

    /// <inheritdoc/>
    public int FrameCount(int samples) => samples < LeastSamples ? 0 : Frames;

    /// <inheritdoc/>
    /// <remarks>The largest sample becomes 1. Where it is 0, the reference divides by it; here such a sound keeps its level.</remarks>
    public float[] Compute(ReadOnlySpan<short> samples)
    {
        FrontEnd.RequireSamples(this, samples);
        double[] clip = Scale(samples[..Math.Min(samples.Length, ClipSamples)]);
        var features = new float[Frames * Coefficients];
        Span<double> bins = stackalloc double[_spectrum.BinCount];
        Span<double> mel = stackalloc double[FilterCount];
        for (int frame = 0; frame < Frames; frame++)
        {
            _spectrum.Compute(clip.AsSpan(frame * FrameStride, FrameLength), bins);
            foreach (ref double bin in bins)
                bin = Math.Sqrt(bin);
            _filters.Apply(bins, mel);
            foreach (ref double value in mel)
                value = Math.Log(value + 1e-6);
            for (int k = 0; k < Coefficients; k++)
            {
                double sum = 0;
                for (int m = 0; m < FilterCount; m++)
                    sum += mel[m] * _cosines[(k * FilterCount) + m];
                features[(frame * Coefficients) + k] = (float)sum;
            }
        }

        return features;
    }

    /// <summary>The int8 codes of features, as the official files hold them: cut toward zero, and wrapped where they do not fit.</summary>
    public static byte[] ToCodes(ReadOnlySpan<float> features) => FrontEnd.Cut(features, CodeScale, CodeZeroPoint);

    private static double[] Scale(ReadOnlySpan<short> samples)
    {
        short largest = samples.Length < ClipSamples ? (short)0 : short.MinValue;
        foreach (short sample in samples)
            largest = Math.Max(largest, sample);
        float divisor = largest == 0 ? FrontEnd.FullScale : largest;
        var clip = new double[ClipSamples];
        for (int index = 0; index < samples.Length; index++)
            clip[index] = samples[index] / divisor;
        return clip;
    }
}
