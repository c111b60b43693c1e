using System.Numerics;

namespace Tiny.Bench.Datasets.FrontEnds;

internal sealed partial class Fft
{
    // half is a multiple of the vector's length: both are powers of two.
    private void VectorStage(Span<double> real, Span<double> imaginary, int half)
    {
        for (int start = 0; start < Length; start += 2 * half)
        {
            for (int j = 0; j < half; j += Vector<double>.Count)
            {
                Span<double> upperReal = real[(start + j)..];
                Span<double> upperImaginary = imaginary[(start + j)..];
                Span<double> lowerReal = upperReal[half..];
                Span<double> lowerImaginary = upperImaginary[half..];
                var cosine = new Vector<double>(_cosines, half + j);
                var sine = new Vector<double>(_sines, half + j);
                var x = new Vector<double>(lowerReal);
                var y = new Vector<double>(lowerImaginary);
                Vector<double> turnedReal = (x * cosine) - (y * sine);
                Vector<double> turnedImaginary = (x * sine) + (y * cosine);
                var baseReal = new Vector<double>(upperReal);
                var baseImaginary = new Vector<double>(upperImaginary);
                (baseReal - turnedReal).CopyTo(lowerReal);
                (baseImaginary - turnedImaginary).CopyTo(lowerImaginary);
                (baseReal + turnedReal).CopyTo(upperReal);
                (baseImaginary + turnedImaginary).CopyTo(upperImaginary);
            }
        }
    }
}
