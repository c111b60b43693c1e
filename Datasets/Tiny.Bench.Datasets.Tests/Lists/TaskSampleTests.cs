using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Lists;

public sealed class TaskSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_the_bytes_when_asked()
    {
        _folder.Write("a.bin", [1, 2, 3]);
        TaskSample sample = Sample("a.bin");
        Assert.Equal([1, 2, 3], await sample.ReadAsync(3, CancellationToken.None));
        Assert.Equal([1, 2, 3], sample.Read(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Refuses_a_file_of_a_size_that_nobody_can_use(int size)
    {
        _folder.Write("a.bin", new byte[size]);
        var error = await Assert.ThrowsAsync<DatasetException>(async () => await Sample("a.bin").ReadAsync(3, CancellationToken.None));
        Assert.Contains($"has {size} bytes", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_file_that_is_not_there_is_a_miss() =>
        Assert.Throws<MissingFileException>(() => Sample("none.bin").Read(3));

    [Fact]
    public void A_picture_gives_the_bytes_of_its_raw_file()
    {
        byte[] pixels = [1, 2, 3, 254, 253, 252];
        _folder.Write("a.ppm", [.. "P6 2 1 255\n"u8, .. pixels]);
        Assert.Equal(pixels, Sample("a.ppm").Read(pixels.Length));
    }

    [Fact]
    public void A_picture_with_more_pixels_than_anybody_can_use_is_refused()
    {
        _folder.Write("a.ppm", [.. "P6 2 1 255\n"u8, 1, 2, 3, 4, 5, 6]);
        var error = Assert.Throws<DatasetException>(() => Sample("a.ppm").Read(5));
        Assert.Contains("gives 6 bytes", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_gives_its_features_as_little_endian_floats()
    {
        short[] sound = TestSound.Noise(16000, seed: 8);
        _folder.Write("a.WAV", WavBytes.File(16000, 1, sound));
        byte[] content = (Sample("a.WAV") with { FrontEnd = new KeywordMfcc() }).Read(1960);
        Assert.Equal(new KeywordMfcc().Compute(sound), Enumerable.Range(0, 490).Select(index => BitConverter.ToSingle(content, index * 4)));
    }

    [Fact]
    public void A_sound_without_a_front_end_is_refused()
    {
        _folder.Write("a.wav", WavBytes.File(16000, 1, new short[16000]));
        Assert.Contains("names no frontEnd", Assert.Throws<DatasetException>(() => Sample("a.wav").Read(1960)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_with_more_features_than_anybody_can_use_is_refused()
    {
        _folder.Write("a.wav", WavBytes.File(16000, 1, new short[16000]));
        Assert.Throws<DatasetException>(() => (Sample("a.wav") with { FrontEnd = new KeywordMfcc() }).Read(1959));
    }

    private TaskSample Sample(string file) => new() { File = file, Source = new FolderSource(_folder.Path), ClassCount = 2, ClassIndex = 0 };
}
