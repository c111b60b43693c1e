using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

public class SamplePicturesTests
{
    private static readonly (byte, byte, byte) Dark = ColorScale.Of(0);
    private static readonly (byte, byte, byte) Bright = ColorScale.Of(1);

    [Fact]
    public void Pixels_become_a_square_as_they_are()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        SamplePicture picture = SamplePictures.OfPixels("f", pixels);
        Assert.Equal(("2 x 2 pixels", 2, 2), (picture.Title, picture.Image.Width, picture.Image.Height));
        Assert.Equal(pixels, picture.Image.Pixels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3 * 5)]
    [InlineData(4)]
    public void Pixels_that_are_no_square_are_refused(int count) =>
        Assert.Throws<DatasetException>(() => SamplePictures.OfPixels("f", new byte[count]));

    [Fact]
    public void The_first_value_of_a_frame_is_at_the_bottom_and_time_runs_to_the_right()
    {
        // Three frames of two: the least value opens the first frame, the largest closes the last.
        SamplePicture picture = SamplePictures.OfFeatures("f", [-1, 0, 0, 0, 0, 3], 2, "dB");
        Assert.Equal("3 frames of 2, -1 to 3 dB", picture.Title);
        Assert.Equal(Dark, PixelAt(picture.Image, row: 1, column: 0));
        Assert.Equal(Bright, PixelAt(picture.Image, row: 0, column: 2));
        Assert.Equal(ColorScale.Of(0.25), PixelAt(picture.Image, row: 0, column: 0));
    }

    [Fact]
    public void With_ranges_of_their_own_every_band_goes_from_dark_to_bright()
    {
        SamplePicture picture = SamplePictures.OfFeatures("f", [100, 1, 300, 2], 2, "codes", eachBand: true);
        Assert.Equal([Dark, Bright, Dark, Bright], new[] { (0, 0), (0, 1), (1, 0), (1, 1) }.Select(at => PixelAt(picture.Image, at.Item1, at.Item2)).ToArray());
    }

    [Fact]
    public void Features_that_are_all_equal_are_dark() =>
        Assert.Equal(Dark, PixelAt(SamplePictures.OfFeatures("f", [5, 5], 1, "dB").Image, 0, 0));

    [Theory]
    [InlineData(new[] { 1f, 2f, 3f }, 2)]
    [InlineData(new float[0], 2)]
    [InlineData(new[] { 1f }, 0)]
    [InlineData(new[] { 1f, float.NaN }, 1)]
    [InlineData(new[] { float.PositiveInfinity, 1f }, 2)]
    public void Features_that_cannot_be_shown_are_refused(float[] values, int perFrame) =>
        Assert.Throws<DatasetException>(() => SamplePictures.OfFeatures("f", values, perFrame, "dB"));

    [Fact]
    public void Too_many_frames_are_refused() =>
        Assert.Throws<DatasetException>(() => SamplePictures.OfFeatures("f", new float[ImageReader.LargestSide + 1], 1, "dB"));

    [Fact]
    public void A_waveform_reaches_from_the_lowest_to_the_highest_sample_of_its_time()
    {
        // Columns: silence, full scale up, full scale down.
        SamplePicture picture = SamplePictures.OfSound(new WavAudio(8000, [[0, short.MaxValue, short.MinValue]]));
        Assert.Equal("0 s at 8000 Hz, 1 channel, peak 1.000 of full scale", picture.Title);
        (byte, byte, byte) ink = ColorScale.Of(0.8);
        int[] RowsOf(int column) => [.. Enumerable.Range(0, picture.Image.Height).Where(row => PixelAt(picture.Image, row, column) == ink)];
        Assert.Equal([63], RowsOf(0));
        Assert.Equal([0], RowsOf(1));
        Assert.Equal([127], RowsOf(2));
    }

    [Fact]
    public void Brighter_is_more_all_along_the_scale()
    {
        double[] light = [.. Enumerable.Range(0, 101).Select(step => ColorScale.Of(step / 100.0)).Select(color => (0.299 * color.Red) + (0.587 * color.Green) + (0.114 * color.Blue))];
        Assert.Equal(light.Order(), light);
    }

    private static (byte, byte, byte) PixelAt(RgbImage image, int row, int column)
    {
        int at = ((row * image.Width) + column) * 3;
        return (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]);
    }
}
