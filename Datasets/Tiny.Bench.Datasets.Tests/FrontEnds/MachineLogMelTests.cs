namespace Tiny.Bench.Datasets.FrontEnds;

public class MachineLogMelTests
{
    private readonly MachineLogMel _frontEnd = new();

    [SkippableFact]
    public void Agrees_with_the_check_file_of_real_sound()
    {
        float[] features = _frontEnd.Compute(FrontEndGolden.Samples(FrontEndGolden.ShortTest));
        Assert.Equal(0, FrontEndGolden.LargestDifference(features, FrontEndGolden.Read("ad01_logmel_of_sww_short_f64.bin")), 1e-5);
    }

    // 10 log10 of the floor alone: the distance of binary64 numbers at 1.
    [Fact]
    public void Digital_silence_is_the_floor() =>
        Assert.All(_frontEnd.Compute(new short[16000]), value => Assert.Equal(-156.535597f, value, 1e-4));

    [Fact]
    public void A_tone_is_loudest_in_its_own_filter()
    {
        float[] features = _frontEnd.Compute(TestSound.Tone(16000, 2000, 8000));
        float[] middle = features[(15 * 128)..(16 * 128)];
        Assert.Equal(NearestFilter(2000), Array.IndexOf(middle, middle.Max()));
    }

    [Theory]
    [InlineData(513, 2)]
    [InlineData(1023, 2)]
    [InlineData(1024, 3)]
    [InlineData(176000, 344)]
    public void There_is_a_frame_every_512_samples_and_one_more(int samples, int frames)
    {
        Assert.Equal(frames, _frontEnd.FrameCount(samples));
        Assert.Equal(frames * 128, _frontEnd.Compute(new short[samples]).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    public void Refuses_a_sound_too_short_to_be_mirrored(int samples)
    {
        Assert.Equal(0, _frontEnd.FrameCount(samples));
        Assert.Throws<ArgumentException>(() => _frontEnd.Compute(new short[samples]));
    }

    // The peaks of the filters are evenly spaced on the scale: below 1000 Hz 200/3 Hz a mel, above it 27 steps of mel to the factor 6.4.
    private static int NearestFilter(double hertz)
    {
        double highest = 15 + (27 * Math.Log(8) / Math.Log(6.4));
        double mel = 15 + (27 * Math.Log(hertz / 1000) / Math.Log(6.4));
        return (int)Math.Round(mel / highest * 129) - 1;
    }
}
