using System.Diagnostics;
using System.Numerics;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The discrete Fourier transform of a fixed length: decimation in time, radix 2, in place, in binary64.</summary>
/// <remarks>
/// The plain form is the definition; the vector form does the same additions and multiplications on several butterflies at once, so both give the
/// same bits. Source: Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19 (1965).
/// </remarks>
internal sealed partial class Fft
{
    private readonly bool _vectorized;
    private readonly int[] _reversed;

    // The turns exp(-pi i j / half) of the stage with that half length, at half + j.
    private readonly double[] _cosines;
    private readonly double[] _sines;

    /// <summary>Prepares the tables.</summary>
    /// <param name="length">A power of two, at least 2.</param>
    /// <param name="vectorized">Whether to take the vector form where a stage is long enough.</param>
    public Fft(int length, bool vectorized)
    {
        Debug.Assert(length >= 2 && BitOperations.IsPow2(length), "A radix of 2 splits powers of two.");
        Length = length;
        _vectorized = vectorized;
        _reversed = new int[length];
        for (int index = 1; index < length; index++)
            _reversed[index] = (_reversed[index / 2] / 2) + ((index & 1) * length / 2);

        _cosines = new double[length];
        _sines = new double[length];
        for (int half = 1; half < length; half *= 2)
        {
            for (int j = 0; j < half; j++)
            {
                _cosines[half + j] = Math.Cos(Math.PI * j / half);
                _sines[half + j] = -Math.Sin(Math.PI * j / half);
            }
        }
    }

    /// <summary>Number of points.</summary>
    public int Length { get; }

    /// <summary>Transforms <see cref="Length"/> complex values in place: X[k] = sum of x[n] exp(-2 pi i k n / Length).</summary>
    public void Transform(Span<double> real, Span<double> imaginary)
    {
        for (int index = 0; index < Length; index++)
        {
            int other = _reversed[index];
            if (other > index)
            {
                (real[index], real[other]) = (real[other], real[index]);
                (imaginary[index], imaginary[other]) = (imaginary[other], imaginary[index]);
            }
        }

        for (int half = 1; half < Length; half *= 2)
        {
            if (_vectorized && half >= Vector<double>.Count)
                VectorStage(real, imaginary, half);
            else
                Stage(real, imaginary, half);
        }
    }

    private void Stage(Span<double> real, Span<double> imaginary, int half)
    {
        for (int start = 0; start < Length; start += 2 * half)
        {
            for (int j = 0; j < half; j++)
            {
                int upper = start + j;
                int lower = upper + half;
                double cosine = _cosines[half + j];
                double sine = _sines[half + j];
                double turnedReal = (real[lower] * cosine) - (imaginary[lower] * sine);
                double turnedImaginary = (real[lower] * sine) + (imaginary[lower] * cosine);
                real[lower] = real[upper] - turnedReal;
                imaginary[lower] = imaginary[upper] - turnedImaginary;
                real[upper] += turnedReal;
                imaginary[upper] += turnedImaginary;
            }
        }
    }
}
