using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Inputs;

public class FloatWindowsTests
{
    [Fact]
    public void Windows_overlap_by_window_less_stride()
    {
        FloatWindows windows = FloatWindows.Cut(Sample(new WindowCut(12, 8)), Bytes(1, 2, 3, 4, 5, 6, 7));
        Assert.Equal(3, windows.Count);
        Assert.Equal([1f, 2f, 3f], windows[0].ToArray());
        Assert.Equal([3f, 4f, 5f], windows[1].ToArray());
        Assert.Equal([5f, 6f, 7f], windows[2].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => windows[3]);
    }

    [Fact]
    public void Values_are_little_endian() =>
        Assert.Equal([1f], FloatWindows.Cut(Sample(new WindowCut(4, 4)), [0x00, 0x00, 0x80, 0x3F])[0].ToArray());

    [Fact]
    public void A_file_of_one_window_gives_one() =>
        Assert.Equal(1, FloatWindows.Cut(Sample(new WindowCut(8, 4)), Bytes(1, 2)).Count);

    [Theory]
    [InlineData(8, 4, 4)]
    [InlineData(8, 8, 20)]
    [InlineData(8, 4, 13)]
    [InlineData(6, 4, 12)]
    [InlineData(8, 2, 12)]
    public void Refuses_a_file_that_the_windows_do_not_fill(int window, int stride, int size)
    {
        var error = Assert.Throws<DatasetException>(() => FloatWindows.Cut(Sample(new WindowCut(window, stride)), new byte[size]));
        Assert.Equal(Path.GetFullPath("folder/a.bin"), error.Where);
    }

    [Fact]
    public void Refuses_a_list_that_names_no_windows() =>
        Assert.Throws<DatasetException>(() => FloatWindows.Cut(Sample(null), new byte[8]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Refuses_a_value_that_is_no_number_and_says_where(float value)
    {
        var error = Assert.Throws<DatasetException>(() => FloatWindows.Cut(Sample(new WindowCut(8, 4)), Bytes(1, 2, value)));
        Assert.Contains("byte 8", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_file_is_one_window()
    {
        FloatWindows windows = FloatWindows.Whole(Sample(null), Bytes(1, 2, 3));
        Assert.Equal((1, 3), (windows.Count, windows.Length));
        Assert.Equal([1f, 2f, 3f], windows[0].ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Refuses_a_whole_file_of_parts_of_values(int size) =>
        Assert.Throws<DatasetException>(() => FloatWindows.Whole(Sample(null), new byte[size]));

    [SkippableFact]
    public void The_official_file_has_196_windows_of_640_values()
    {
        TaskSample sample = SampleList.Read(Official.Dataset("ad01")).Samples[0];
        FloatWindows windows = FloatWindows.Cut(sample, File.ReadAllBytes(sample.Path));
        Assert.Equal((196, 640), (windows.Count, windows.Length));
        Assert.Equal(windows[0][128..].ToArray(), windows[1][..512].ToArray());
    }

    private static TaskSample Sample(WindowCut? windows) =>
        new() { File = "a.bin", Source = new FolderSource("folder"), ClassCount = 2, ClassIndex = 0, Windows = windows };

    private static byte[] Bytes(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
