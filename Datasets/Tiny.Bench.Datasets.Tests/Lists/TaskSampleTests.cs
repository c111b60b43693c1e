using Tiny.Bench.Core;
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
        Assert.Contains("6 bytes of pixels", error.Problem, StringComparison.Ordinal);
    }

    private TaskSample Sample(string file) => new() { File = file, Source = new FolderSource(_folder.Path), ClassCount = 2, ClassIndex = 0 };
}
