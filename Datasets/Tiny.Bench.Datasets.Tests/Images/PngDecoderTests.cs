namespace Tiny.Bench.Datasets.Images;

public class PngDecoderTests
{
    private const byte Grey = 0;
    private const byte Rgb = 2;
    private const byte Palette = 3;
    private const byte GreyAlpha = 4;
    private const byte RgbAlpha = 6;

    // Drawn by rsvg-convert 2.54.7 from an SVG of 48 squares, square x,y with fill (37x + 11y, 5xy, 250 - 13x - y).
    private const string Drawn =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAABmJLR0QA/wD/AP+gvaeTAAAALUlEQVQImWNkYPilyvAZE7FwM/znZsWCYBJc6AhJgh8FoUqIQJGqCKaEJBQBAPIPNAug3u1QAAAAAElFTkSuQmCC";

    [Fact]
    public void Decodes_what_another_program_drew()
    {
        RgbImage image = ImageReader.Decode("drawn.png", Convert.FromBase64String(Drawn));
        Assert.Equal((8, 6), (image.Width, image.Height));
        for (int y = 0; y < 6; y++)
        {
            for (int x = 0; x < 8; x++)
                Assert.Equal([(byte)((37 * x) + (11 * y)), (byte)(5 * x * y), (byte)(250 - (13 * x) - y)], image.Pixels.AsSpan(((y * 8) + x) * 3, 3));
        }
    }

    // The second row of 10 20 30 over the first of 1 2 3; differences by hand, modulo 256.
    [Theory]
    [InlineData(new byte[] { 0, 10, 20, 30 })]
    [InlineData(new byte[] { 1, 10, 10, 10 })]
    [InlineData(new byte[] { 2, 9, 18, 27 })]
    [InlineData(new byte[] { 3, 10, 14, 19 })]
    [InlineData(new byte[] { 4, 9, 10, 10 })]
    public void Adds_the_prediction_of_each_filter(byte[] row) =>
        Assert.Equal([1, 2, 3, 10, 20, 30], Reds(PngBytes.File(3, 2, Grey, [0, 1, 2, 3, .. row])));

    [Fact]
    public void A_sum_past_255_wraps() => Assert.Equal([200, 144], Reds(PngBytes.File(2, 1, Grey, [1, 200, 200])));

    // Left, above, corner: 16, 10, 12 puts left and corner 2 away from the estimate 14; 10, 16, 12 does so with above and corner.
    [Theory]
    [InlineData(new byte[] { 0, 12, 10, 4, 4, 1 }, 17)]
    [InlineData(new byte[] { 0, 12, 16, 4, 254, 1 }, 17)]
    public void Of_equally_near_neighbours_Paeth_takes_the_corner_last(byte[] rows, byte expected) =>
        Assert.Equal(expected, Reds(PngBytes.File(2, 2, Grey, rows))[^1]);

    [Theory]
    [InlineData(Grey, new byte[] { 0, 9, 8 }, new byte[] { 9, 9, 9, 8, 8, 8 })]
    [InlineData(GreyAlpha, new byte[] { 0, 9, 0, 8, 128 }, new byte[] { 9, 9, 9, 8, 8, 8 })]
    [InlineData(Rgb, new byte[] { 0, 1, 2, 3, 4, 5, 6 }, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(RgbAlpha, new byte[] { 0, 1, 2, 3, 0, 4, 5, 6, 99 }, new byte[] { 1, 2, 3, 4, 5, 6 })]
    public void Gives_red_green_and_blue_of_every_color_type_without_opacity(byte color, byte[] rows, byte[] expected) =>
        Assert.Equal(expected, ImageReader.Decode("a.png", PngBytes.File(2, 1, color, rows)).Pixels);

    [Fact]
    public void Looks_up_the_palette() =>
        Assert.Equal([4, 5, 6, 1, 2, 3], ImageReader.Decode("a.png", PngBytes.File(2, 1, Palette, [0, 1, 0], [1, 2, 3, 4, 5, 6])).Pixels);

    [Fact]
    public void Takes_data_in_several_chunks_and_passes_over_chunks_that_it_does_not_need()
    {
        byte[] data = PngBytes.Compress([0, 7]);
        byte[] file =
        [
            .. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey), .. PngBytes.Chunk("tEXt", [1, 2]),
            .. PngBytes.Chunk("IDAT", data[..3]), .. PngBytes.Chunk("IDAT", []), .. PngBytes.Chunk("IDAT", data[3..]), .. PngBytes.Chunk("IEND", []),
        ];
        Assert.Equal([7], Reds(file));
    }

    private static byte[] Reds(byte[] file) => [.. ImageReader.Decode("a.png", file).Pixels.Where((_, index) => index % 3 == 0)];
}
