namespace Tiny.Bench.Datasets.FrontEnds;

public class KeywordMfccTests
{
    private readonly KeywordMfcc _frontEnd = new();

    [SkippableTheory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("noise")]
    [InlineData("silence")]
    public void Agrees_with_the_check_file_of_real_sound(string word)
    {
        float[] features = _frontEnd.Compute(FrontEndGolden.Samples($"wav/{word}_1000ms.wav"));
        double[] expected = FrontEndGolden.Read($"kws01_{word}_f64.bin");
        Assert.Equal(0, FrontEndGolden.LargestDifference(features, expected), 2e-5);
        Assert.Equal(expected.Select(value => (sbyte)(int)((value / 0.5847029089927673) + 83)), KeywordMfcc.ToCodes(features).Select(code => (sbyte)code));
    }

    // 1e-6 in each of 40 filters: the coefficient 0 is their sum times 2 / sqrt(80), the others of a constant are 0.
    [Fact]
    public void Digital_silence_is_the_floor()
    {
        float[] features = _frontEnd.Compute(new short[16000]);
        Assert.Equal(49 * 10, features.Length);
        for (int index = 0; index < features.Length; index++)
            Assert.Equal(index % 10 == 0 ? Math.Log(1e-6) * 40 * 2 / Math.Sqrt(80) : 0, features[index], 1e-4);
    }

    [Fact]
    public void Cuts_a_longer_sound_and_ends_a_shorter_one_in_silence()
    {
        short[] clip = TestSound.Noise(16000, seed: 1);
        Array.Clear(clip, 12000, 4000);
        float[] expected = _frontEnd.Compute(clip);
        Assert.Equal(expected, _frontEnd.Compute(clip.AsSpan(0, 12000)));
        Assert.Equal(expected, _frontEnd.Compute([.. clip, short.MaxValue, short.MinValue]));
    }

    [Fact]
    public void Loudness_does_not_matter() =>
        Assert.Equal(_frontEnd.Compute([.. TestSound.Noise(16000, seed: 2).Select(sample => (short)(sample / 2 * 2))]),
            _frontEnd.Compute([.. TestSound.Noise(16000, seed: 2).Select(sample => (short)(sample / 2))]));

    [Theory]
    [InlineData(short.MinValue)]
    [InlineData(short.MaxValue)]
    [InlineData(-1)]
    public void Any_constant_gives_finite_values(short sample)
    {
        var sound = new short[9000];
        Array.Fill(sound, sample);
        Assert.All(_frontEnd.Compute(sound), value => Assert.True(float.IsFinite(value)));
    }

    // (v / 0.5847 + 83): 0 is 83, 30 is 134.3 and wraps to 134 - 256, -142 is -159.86, cut to -159 and wrapped; 0.5 is 83.86.
    [Fact]
    public void Codes_are_cut_toward_zero_and_wrap() =>
        Assert.Equal([83, -122, 97, 83], KeywordMfcc.ToCodes([0, 30, -142, 0.5f]).Select(code => (sbyte)code));

    [Fact]
    public void Refuses_no_sound_at_all() => Assert.Throws<ArgumentException>(() => _frontEnd.Compute([]));
}
