using System.Diagnostics;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The squared magnitudes of a windowed frame's one-sided Fourier transform.</summary>
internal sealed class PowerSpectrum
{
    // Two work arrays of this many values are on the stack: 16 KiB.
    private const int LongestTransform = 1024;

    private readonly double[] _window;
    private readonly Fft _fft;

    /// <summary>Prepares the tables.</summary>
    /// <param name="window">One weight for each sample of a frame.</param>
    /// <param name="fftLength">A power of two, at least the frame's length and at most 1024; the frame is filled up with zeros.</param>
    /// <param name="vectorized">Whether to take the vector form of the transform.</param>
    public PowerSpectrum(double[] window, int fftLength, bool vectorized)
    {
        Debug.Assert(window.Length <= fftLength && fftLength <= LongestTransform, "The work arrays hold every frame.");
        _window = window;
        _fft = new Fft(fftLength, vectorized);
    }

    /// <summary>Number of bins: half the transform's length, and one.</summary>
    public int BinCount => (_fft.Length / 2) + 1;

    /// <summary>Computes the bins of one frame.</summary>
    /// <param name="frame">As many samples as the window has weights.</param>
    /// <param name="power"><see cref="BinCount"/> values.</param>
    public void Compute(ReadOnlySpan<double> frame, Span<double> power)
    {
        Span<double> real = stackalloc double[_fft.Length];
        Span<double> imaginary = stackalloc double[_fft.Length];
        real.Clear();
        imaginary.Clear();
        for (int index = 0; index < _window.Length; index++)
            real[index] = frame[index] * _window[index];
        _fft.Transform(real, imaginary);
        for (int bin = 0; bin < BinCount; bin++)
            power[bin] = (real[bin] * real[bin]) + (imaginary[bin] * imaginary[bin]);
    }
}
