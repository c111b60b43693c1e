using System.Xml.Linq;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

public class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_picture_lies_in_the_file_pixel_for_pixel()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6];
        XElement root = Parse(SvgPicture.Write(["A <b> & c", "class 1"], [SamplePictures.OfImage(new RgbImage(2, 1, pixels))]));
        Assert.Equal("A <b> & c", (string?)root.Element(Svg + "title"));
        Assert.Equal(["A <b> & c", "class 1", "2 x 1 pixels"], root.Elements(Svg + "text").Select(text => text.Value).ToArray());
        string href = (string)root.Element(Svg + "image")!.Attribute("href")!;
        RgbImage image = ImageReader.Decode("href", Convert.FromBase64String(href["data:image/png;base64,".Length..]));
        Assert.Equal(pixels, image.Pixels);
    }

    [Fact]
    public void Features_have_their_axes_named_and_the_same_sample_gives_the_same_bytes()
    {
        SamplePicture picture = SamplePictures.OfFeatures("f", [1, 2, 3, 4], 2, "dB");
        byte[] first = SvgPicture.Write(["s"], [picture]);
        Assert.Equal(first, SvgPicture.Write(["s"], [picture]));
        Assert.Contains("time \u2192", Parse(first).Elements(Svg + "text").Select(text => text.Value), StringComparer.Ordinal);
        Assert.Contains("band \u2192", Parse(first).Elements(Svg + "text").Select(text => text.Value), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(96, 96)]
    public void What_the_encoder_writes_the_strict_decoder_reads(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(width).NextBytes(pixels);
        RgbImage image = ImageReader.Decode("png", PngEncoder.Encode(new RgbImage(width, height, pixels)));
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(pixels, image.Pixels);
    }

    private static XElement Parse(byte[] svg) => XDocument.Load(new MemoryStream(svg)).Root!;
}
