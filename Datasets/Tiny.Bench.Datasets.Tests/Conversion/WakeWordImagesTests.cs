using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Images;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Conversion;

public sealed class WakeWordImagesTests : IDisposable
{
    private static readonly byte[] Pixels = [.. Enumerable.Range(0, 96 * 96 * 3).Select(index => (byte)(index * 7))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Png_ppm_and_raw_files_give_the_same_bytes()
    {
        byte[] rows = [.. Pixels.Chunk(96 * 3).SelectMany(row => row.Prepend((byte)0))];
        _folder.Write("person/a.png", PngBytes.File(96, 96, 2, rows));
        _folder.Write("non_person/b.ppm", [.. Encoding.ASCII.GetBytes("P6 96 96 255\n"), .. Pixels]);
        _folder.Write("Person/c.bin", Pixels);
        _folder.Write("person/d.jpg", "x");
        RawDataset dataset = WakeWordImages.Open(_folder.Path);
        Assert.Equal([1, 0, 1], dataset.Samples.Select(sample => sample.ClassIndex));
        Assert.Equal("a.bin b.bin c.bin", string.Join(' ', dataset.Samples.Select(sample => sample.File)));
        Assert.All(dataset.Samples, sample => Assert.Equal(Pixels, sample.Convert()));
        Assert.Equal("person/d.jpg", Assert.Single(dataset.PassedOver));
    }

    [Fact]
    public void A_folder_of_another_name_tells_no_class()
    {
        _folder.Write("images/a.bin", Pixels);
        Assert.Null(Assert.Single(WakeWordImages.Open(_folder.Path).Samples).ClassIndex);
    }

    [Fact]
    public void Refuses_a_picture_of_another_size()
    {
        _folder.Write("person/a.ppm", "P6 1 1 255\nabc");
        var error = Assert.Throws<DatasetException>(() => WakeWordImages.Open(_folder.Path).Samples[0].Convert());
        Assert.Contains("is 1 x 1 pixels; expected 96 x 96", error.Problem, StringComparison.Ordinal);
    }
}
