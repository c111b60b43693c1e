namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>Sound that a test makes itself.</summary>
internal static class TestSound
{
    public static short[] Noise(int samples, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
    }

    public static short[] Tone(int samples, double hertz, double amplitude) =>
        [.. Enumerable.Range(0, samples).Select(index => (short)(amplitude * Math.Sin(2 * Math.PI * hertz * index / FrontEnd.SampleRate)))];
}
