namespace Tiny.Bench.Datasets.FrontEnds;

public class WakeWordFilterBankTests
{
    private readonly WakeWordFilterBank _frontEnd = new();

    [SkippableFact]
    public void Agrees_with_the_check_file_of_real_sound()
    {
        float[] features = _frontEnd.Compute(FrontEndGolden.Samples(FrontEndGolden.ShortTest));
        Assert.Equal(0, FrontEndGolden.LargestDifference(features, FrontEndGolden.Read("sww01_short_f64.bin")), 1e-6);
    }

    // 1e-30 in each bin is far below -52 dB.
    [Fact]
    public void Digital_silence_is_zero() => Assert.All(_frontEnd.Compute(new short[4096]), value => Assert.Equal(0, value));

    [Fact]
    public void No_sound_is_louder_than_one() =>
        Assert.All(_frontEnd.Compute(TestSound.Tone(8192, 3000, 32767)), value => Assert.InRange(value, 0, 1));

    // The pre-emphasis goes on from frame to frame: a frame sees the last sample before it.
    [Fact]
    public void A_frame_depends_on_the_sample_before_it_and_on_no_other()
    {
        short[] sound = TestSound.Noise(3072, seed: 3);
        float[] second = _frontEnd.Compute(sound)[40..80];
        sound[510] ^= 0x4000;
        Assert.Equal(second, _frontEnd.Compute(sound)[40..80]);
        sound[511] ^= 0x4000;
        Assert.NotEqual(second, _frontEnd.Compute(sound)[40..80]);
    }

    [Theory]
    [InlineData(1023, 0)]
    [InlineData(1024, 1)]
    [InlineData(1535, 1)]
    [InlineData(1536, 2)]
    [InlineData(160000, 311)]
    public void Frames_of_1024_samples_begin_every_512(int samples, int frames) => Assert.Equal(frames, _frontEnd.FrameCount(samples));

    [Fact]
    public void Refuses_less_than_a_frame() => Assert.Throws<ArgumentException>(() => _frontEnd.Compute(new short[1023]));

    // v / 0.0037010426 - 128: 0.5 is 135.097 - 128 = 7.097, 0.9 is 115.17, 1 is 142.19 and wraps to -114, 0.001 is -127.73.
    [Fact]
    public void Codes_are_cut_toward_zero_and_wrap() =>
        Assert.Equal([-128, 7, 115, -114, -127], WakeWordFilterBank.ToCodes([0, 0.5f, 0.9f, 1, 0.001f]).Select(code => (sbyte)code));
}
