namespace Tiny.Bench.Datasets.FrontEnds;

public class VectorFormTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(512)]
    [InlineData(1024)]
    public void The_vector_transform_gives_the_same_bits(int length)
    {
        var random = new Random(length);
        double[] real = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
        double[] imaginary = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
        (double[] Real, double[] Imaginary) vector = ([.. real], [.. imaginary]);
        new Fft(length, vectorized: true).Transform(vector.Real, vector.Imaginary);
        new Fft(length, vectorized: false).Transform(real, imaginary);
        Assert.Equal(Bits(real), Bits(vector.Real));
        Assert.Equal(Bits(imaginary), Bits(vector.Imaginary));
    }

    // The sum of the definition, term by term.
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void The_transform_is_its_definition(int length)
    {
        double[] real = [.. Enumerable.Range(0, length).Select(n => (double)(n * n % 7))];
        double[] imaginary = [.. Enumerable.Range(0, length).Select(n => (double)(n % 3))];
        (double[] Real, double[] Imaginary) actual = ([.. real], [.. imaginary]);
        new Fft(length, vectorized: true).Transform(actual.Real, actual.Imaginary);
        for (int k = 0; k < length; k++)
        {
            double expectedReal = 0;
            double expectedImaginary = 0;
            for (int n = 0; n < length; n++)
            {
                (double sine, double cosine) = Math.SinCos(-2 * Math.PI * k * n / length);
                expectedReal += (real[n] * cosine) - (imaginary[n] * sine);
                expectedImaginary += (real[n] * sine) + (imaginary[n] * cosine);
            }

            Assert.Equal(expectedReal, actual.Real[k], 1e-10);
            Assert.Equal(expectedImaginary, actual.Imaginary[k], 1e-10);
        }
    }

    [Fact]
    public void Every_front_end_gives_the_same_bits_in_both_forms()
    {
        short[] sound = TestSound.Noise(20000, seed: 4);
        Assert.Equal(new KeywordMfcc(vectorized: false).Compute(sound), new KeywordMfcc(vectorized: true).Compute(sound));
        Assert.Equal(new MachineLogMel(vectorized: false).Compute(sound), new MachineLogMel(vectorized: true).Compute(sound));
        Assert.Equal(new WakeWordFilterBank(vectorized: false).Compute(sound), new WakeWordFilterBank(vectorized: true).Compute(sound));
    }

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);
}
