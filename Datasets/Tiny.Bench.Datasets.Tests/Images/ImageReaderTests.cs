using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Images;

public sealed class ImageReaderTests : IDisposable
{
    private static readonly byte[] Pixels = [1, 2, 3, (byte)'#', (byte)'\n', 6];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("P6 2 1 255\n")]
    [InlineData("P6\n2\n1\n255 ")]
    [InlineData("P6\n# by a program\n2 1\n# another\n255\n")]
    [InlineData("P6#\n2#\n1\t#\r255\r")]
    public void Reads_the_header_of_a_ppm_with_any_blanks_and_comments(string header)
    {
        RgbImage image = ImageReader.Decode("a.ppm", Ppm(header, Pixels));
        Assert.Equal((2, 1), (image.Width, image.Height));
        Assert.Equal(Pixels, image.Pixels);
    }

    [Theory]
    [InlineData("P6 0 1 255\n", "byte 3", "the width, 1 to 4096")]
    [InlineData("P6 2 99999999999999999999 255\n", "byte 5", "the height")]
    [InlineData("P6 2 -1 255\n", "byte 5", "the height")]
    [InlineData("P6 2 1 65535\n", "byte 7", "the largest value, 255")]
    [InlineData("P6 2 1 255#", "byte 10", "a blank")]
    [InlineData("P6 # 2 1 255", "byte 17", "the width")]
    public void Says_which_byte_of_a_ppm_header_is_wrong(string header, string place, string expected)
    {
        var error = Assert.Throws<DatasetException>(() => ImageReader.Decode("a.ppm", Ppm(header, Pixels)));
        Assert.Equal($"a.ppm, {place}", error.Where);
        Assert.Contains(expected, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    public void Refuses_a_ppm_with_too_few_or_too_many_pixels(int count)
    {
        var error = Assert.Throws<DatasetException>(() => ImageReader.Decode("a.ppm", Ppm("P6 2 1 255\n", new byte[count])));
        Assert.Contains($"has {count} bytes of pixels; 2 x 1 RGB has 6", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_bytes_are_the_pixels() => Assert.Equal(Pixels, ImageReader.DecodeRaw("a.bin", Pixels, 1, 2).Pixels);

    [Fact]
    public void Refuses_raw_bytes_of_another_size() =>
        Assert.Throws<DatasetException>(() => ImageReader.DecodeRaw("a.bin", Pixels, 2, 2));

    [Fact]
    public void Knows_a_picture_by_its_bytes_and_not_by_its_name() =>
        Assert.Equal(Pixels, ImageReader.Read(_folder.Write("a.png", Ppm("P6 2 1 255\n", Pixels))).Pixels);

    [Fact]
    public void A_file_that_is_not_there_is_a_miss() => Assert.Throws<MissingFileException>(() => ImageReader.Read(_folder["none.png"]));

    private static byte[] Ppm(string header, byte[] pixels) => [.. Encoding.ASCII.GetBytes(header), .. pixels];
}
