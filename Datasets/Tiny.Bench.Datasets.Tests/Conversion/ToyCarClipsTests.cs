using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Conversion;

public sealed class ToyCarClipsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_name_is_the_class_and_the_official_name_follows_from_it()
    {
        _folder.Write("test/normal_id_01_00000000.wav", Clip(127488));
        _folder.Write("test/anomaly_id_01_00000003.wav", Clip(127488));
        _folder.Write("test/readme.txt", "x");
        RawDataset dataset = ToyCarClips.Open(_folder.Path);
        Assert.Equal("anomaly_id_01_00000003_hist_librosa.bin normal_id_01_00000000_hist_librosa.bin", string.Join(' ', dataset.Samples.Select(sample => sample.File)));
        Assert.Equal([1, 0], dataset.Samples.Select(sample => sample.ClassIndex));
        Assert.Equal(new WindowCut(2560, 512), dataset.Windows);
        Assert.Equal("test/readme.txt", Assert.Single(dataset.PassedOver));
    }

    // No clip of ToyCar is at hand; the check file of its chain on another real sound is.
    [SkippableFact]
    public void Keeps_the_frames_50_to_249_of_real_sound()
    {
        _folder.Write("normal_a.wav", File.ReadAllBytes(Official.Dataset(FrontEndGolden.ShortTest)));
        byte[] file = Assert.Single(ToyCarClips.Open(_folder.Path).Samples).Convert();
        float[] values = [.. Enumerable.Range(0, file.Length / 4).Select(index => BitConverter.ToSingle(file, index * 4))];
        double[] expected = FrontEndGolden.Read("ad01_logmel_of_sww_short_f64.bin")[(50 * 128)..(250 * 128)];
        Assert.Equal(0, FrontEndGolden.LargestDifference(values, expected), 1e-5);
    }

    // 249 strides of 512 samples give 250 frames.
    [Fact]
    public void Refuses_a_clip_that_ends_before_the_last_frame()
    {
        _folder.Write("normal_a.wav", Clip(127487));
        var error = Assert.Throws<DatasetException>(() => ToyCarClips.Open(_folder.Path).Samples[0].Convert());
        Assert.Contains("gives 249 frames; the official inputs are frames 50 to 249", error.Problem, StringComparison.Ordinal);
    }

    private static byte[] Clip(int samples) => WavBytes.File(16000, 1, new short[samples]);
}
