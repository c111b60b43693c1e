using System.Buffers.Binary;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The check files of spec/front-ends.md, made by another implementation, and the real sound that they were made from.</summary>
internal static class FrontEndGolden
{
    public const string ShortTest = "sww01/short_wav_easy10s.wav";

    public static short[] Samples(string dataset) => WavReader.Read(Official.Dataset(dataset)).Channel(0).ToArray();

    public static double[] Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(Official.Golden($"front-ends/{file}"));
        var values = new double[bytes.Length / sizeof(double)];
        for (int index = 0; index < values.Length; index++)
            values[index] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)));
        return values;
    }

    public static double LargestDifference(float[] actual, double[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        return actual.Zip(expected, (ours, theirs) => Math.Abs(ours - theirs)).Max();
    }
}
