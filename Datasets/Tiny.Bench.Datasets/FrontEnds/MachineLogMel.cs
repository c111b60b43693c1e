using System.Numerics;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The front end of ad01: frames of 128 log-mel energies in decibels, one every 32 ms.</summary>
/// <remarks>Source: spec/front-ends.md, ad01; mlcommons/tiny anomaly_detection common.py, file_to_vector_array.</remarks>
public sealed class MachineLogMel : IFrontEnd
{
    /// <summary>First frame that the official files keep.</summary>
    public const int FirstKeptFrame = 50;

    /// <summary>Frames that the official files keep.</summary>
    public const int KeptFrames = 200;

    private const int FrameLength = 1024;
    private const int FrameStride = 512;
    private const int Padding = FrameLength / 2;
    private const int FilterCount = 128;

    // The distance of binary64 numbers at 1.
    private const double Floor = 2.220446049250313e-16;

    private readonly PowerSpectrum _spectrum;
    private readonly MelFilterBank _filters;

    /// <summary>Prepares the tables.</summary>
    public MachineLogMel()
        : this(Vector.IsHardwareAccelerated)
    {
    }

    internal MachineLogMel(bool vectorized)
    {
        _spectrum = new PowerSpectrum(FrameWindow.PeriodicHann(FrameLength), FrameLength, vectorized);
        _filters = MelFilterBank.LinearInHertz(FilterCount, FrontEnd.SampleRate / 2, _spectrum.BinCount, FrontEnd.SampleRate);
    }

    /// <inheritdoc/>
    public int ValuesPerFrame => FilterCount;

    /// <inheritdoc/>
    /// <remarks>A sound is mirrored at both its ends, for which it must be longer than the part that is mirrored.</remarks>
    public int LeastSamples => Padding + 1;

    /// <inheritdoc/>
    public int FrameCount(int samples) => samples < LeastSamples ? 0 : 1 + (samples / FrameStride);

    /// <inheritdoc/>
    public float[] Compute(ReadOnlySpan<short> samples)
    {
        FrontEnd.RequireSamples(this, samples);
        double[] mirrored = Mirror(samples);
        int frames = FrameCount(samples.Length);
        var features = new float[frames * FilterCount];
        Span<double> bins = stackalloc double[_spectrum.BinCount];
        Span<double> mel = stackalloc double[FilterCount];
        for (int frame = 0; frame < frames; frame++)
        {
            _spectrum.Compute(mirrored.AsSpan(frame * FrameStride, FrameLength), bins);
            _filters.Apply(bins, mel);
            for (int filter = 0; filter < FilterCount; filter++)
                features[(frame * FilterCount) + filter] = (float)(10 * Math.Log10(mel[filter] + Floor));
        }

        return features;
    }

    private static double[] Mirror(ReadOnlySpan<short> samples)
    {
        var mirrored = new double[samples.Length + (2 * Padding)];
        int last = samples.Length - 1;
        for (int index = 0; index < mirrored.Length; index++)
        {
            int source = Math.Abs(index - Padding);
            mirrored[index] = samples[source <= last ? source : (2 * last) - source] / FrontEnd.FullScale;
        }

        return mirrored;
    }
}
