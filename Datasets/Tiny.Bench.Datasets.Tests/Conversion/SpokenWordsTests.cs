using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Conversion;

public sealed class SpokenWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("down", 0)]
    [InlineData("yes", 9)]
    [InlineData("_silence_", 10)]
    [InlineData("_unknown_", 11)]
    [InlineData("marvin", 11)]
    public void The_folder_is_the_word_of_a_keyword_clip(string word, int classIndex)
    {
        _folder.Write($"{word}/0a7c2a8d_nohash_0.wav", Second());
        RawSample sample = Assert.Single(SpokenWords.ForKeywords(_folder.Path).Samples);
        Assert.Equal(($"{word}_0a7c2a8d_nohash_0.bin", classIndex), (sample.File, sample.ClassIndex));
        Assert.Equal(490, sample.Convert().Length);
    }

    [Theory]
    [InlineData("marvin", 0)]
    [InlineData("_silence_", 1)]
    [InlineData("yes", 2)]
    public void The_folder_is_the_word_of_a_wake_word_clip(string word, int classIndex)
    {
        _folder.Write($"{word}/a.wav", Second());
        RawSample sample = Assert.Single(SpokenWords.ForWakeWord(_folder.Path).Samples);
        Assert.Equal(classIndex, sample.ClassIndex);
        Assert.Equal(30 * 40, sample.Convert().Length);
    }

    [SkippableFact]
    public void A_real_clip_becomes_the_codes_of_the_check_file()
    {
        _folder.Write("yes/clip.wav", File.ReadAllBytes(Official.Dataset("wav/yes_1000ms.wav")));
        byte[] expected = [.. FrontEndGolden.Read("kws01_yes_f64.bin").Select(value => unchecked((byte)(int)((value / 0.5847029089927673) + 83)))];
        Assert.Equal(expected, Assert.Single(SpokenWords.ForKeywords(_folder.Path).Samples).Convert());
    }

    [Fact]
    public void Passes_over_what_is_no_clip()
    {
        _folder.Write("yes/a.wav", Second());
        _folder.Write("_background_noise_/doing_the_dishes.wav", Second());
        _folder.Write("testing_list.txt", "yes/a.wav");
        _folder.Write("top.wav", Second());
        _folder.Write("yes/._a.wav", "resource fork");
        RawDataset dataset = SpokenWords.ForKeywords(_folder.Path);
        Assert.Equal("yes_a.bin", Assert.Single(dataset.Samples).File);
        Assert.Equal(["_background_noise_/doing_the_dishes.wav", "testing_list.txt", "top.wav"], dataset.PassedOver);
    }

    [Fact]
    public void Refuses_another_sample_rate_and_a_clip_too_short_for_the_model()
    {
        _folder.Write("yes/a.wav", WavBytes.File(44100, 1, new short[44100]));
        Assert.Contains("44100 samples a second; expected 16000", Refused(() => SpokenWords.ForKeywords(_folder.Path).Samples[0].Convert()).Problem, StringComparison.Ordinal);
        _folder.Write("yes/a.wav", WavBytes.File(16000, 1, new short[15871]));
        Assert.Contains("gives 29 frames; the model hears 30", Refused(() => SpokenWords.ForWakeWord(_folder.Path).Samples[0].Convert()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_without_clips_and_no_folder()
    {
        Assert.Contains("nothing to convert; expected a folder of Speech Commands", Refused(() => SpokenWords.ForKeywords(_folder.Path)).Problem, StringComparison.Ordinal);
        Assert.Throws<MissingFileException>(() => SpokenWords.ForKeywords(_folder["none"]));
    }

    [Fact]
    public void Refuses_two_clips_that_become_one_file()
    {
        _folder.Write("train/yes/a.wav", Second());
        _folder.Write("test/yes/a.wav", Second());
        Assert.Contains("both become yes_a.bin", Refused(() => SpokenWords.ForKeywords(_folder.Path)).Problem, StringComparison.Ordinal);
    }

    private static DatasetException Refused(Action open) => Assert.Throws<DatasetException>(open);

    private static byte[] Second() => WavBytes.File(16000, 1, TestSound.Noise(16000, seed: 6));
}
