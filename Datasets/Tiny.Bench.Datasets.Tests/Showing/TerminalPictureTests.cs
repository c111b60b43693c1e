using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

public class TerminalPictureTests
{
    [Fact]
    public void A_half_block_has_the_upper_pixel_as_its_letter_and_the_lower_as_its_ground()
    {
        string line = TerminalPicture.Colored(Photograph(1, 2, 255, 0, 0, 0, 0, 255), 1).Single();
        Assert.Equal("\e[38;2;255;0;0m\e[48;2;0;0;255m\u2580\e[0m", line);
    }

    [Fact]
    public void A_last_row_without_a_partner_leaves_the_ground_alone()
    {
        string line = TerminalPicture.Colored(Photograph(1, 1, 9, 8, 7), 1).Single();
        Assert.Equal("\e[38;2;9;8;7m\u2580\e[0m", line);
    }

    [Fact]
    public void Plain_letters_have_more_ink_where_it_is_brighter()
    {
        // Two rows a line: black with white is grey, white with white is white.
        string[] lines = [.. TerminalPicture.Plain(Photograph(2, 2, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255), 2)];
        Assert.Equal(["=@"], lines);
    }

    [Fact]
    public void A_wide_picture_is_scaled_to_the_columns_by_means()
    {
        string line = TerminalPicture.Colored(Photograph(4, 1, 0, 0, 0, 100, 100, 100, 200, 200, 200, 100, 100, 100), 2).Single();
        Assert.Equal("\e[38;2;50;50;50m\u2580\e[38;2;150;150;150m\u2580\e[0m", line);
    }

    [Theory]
    [InlineData(49, 10, 80, 49, 16)]
    [InlineData(200, 128, 80, 80, 24)]
    [InlineData(30, 40, 80, 60, 20)]
    public void A_spectrogram_is_neither_too_low_nor_higher_than_a_screen(int frames, int bands, int columns, int expectedColumns, int expectedLines)
    {
        SamplePicture picture = SamplePictures.OfFeatures("f", new float[frames * bands], bands, "dB");
        string[] lines = [.. TerminalPicture.Colored(picture, columns)];
        Assert.Equal(expectedLines, lines.Length);
        Assert.All(lines, line => Assert.Equal(expectedColumns, line.Count(letter => letter == '\u2580')));
    }

    [Fact]
    public void No_column_at_all_is_a_wrong_call() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TerminalPicture.Plain(Photograph(1, 1, 0, 0, 0), 0).First());

    private static SamplePicture Photograph(int width, int height, params byte[] pixels) => SamplePictures.OfImage(new RgbImage(width, height, pixels));
}
