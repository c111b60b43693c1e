using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Conversion;

public sealed class DatasetConverterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_the_official_layout_with_its_list()
    {
        ConvertedDataset converted = Convert(("b.bin", 1, [2]), ("a.bin", 0, [1]));
        Assert.Equal((_folder["out/set"], 2), (converted.Folder, converted.Samples));
        Assert.Equal("a.bin,2,0,8,4\nb.bin,2,1,8,4\n", File.ReadAllText(_folder["out/set/y_labels.csv"]));
        Assert.Equal([1], File.ReadAllBytes(_folder["out/set/a.bin"]));
        Assert.Equal(SampleList.Read(_folder["out/set"]).Sha256, converted.ListSha256);
    }

    [Fact]
    public void A_list_chooses_and_orders_the_samples_and_goes_along_byte_for_byte()
    {
        const string text = "c.bin, 2, 1\r\na.bin, 2, 1";
        string list = _folder.Write("official.csv", text);
        ConvertedDataset converted = Convert(list, ("a.bin", 0, [1]), ("b.bin", 0, [2]), ("c.bin", null, [3]));
        Assert.Equal(2, converted.Samples);
        Assert.Equal(text, File.ReadAllText(_folder["out/set/y_labels.csv"]));
        Assert.Equal("a.bin c.bin y_labels.csv", string.Join(' ', Directory.GetFiles(converted.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Refuses_a_list_with_a_file_that_the_source_does_not_give()
    {
        var error = Assert.Throws<DatasetException>(() => Convert(_folder.Write("official.csv", "z.bin,2,0\n"), ("a.bin", 0, [1])));
        Assert.Contains("lists z.bin; the source gives no file of that name, but a.bin", error.Problem, StringComparison.Ordinal);
        NothingStays();
    }

    [Fact]
    public void Refuses_a_sample_whose_class_nothing_tells()
    {
        var error = Assert.Throws<DatasetException>(() => Convert(("a.bin", null, [1])));
        Assert.Equal("raw a.bin", error.Where);
        NothingStays();
    }

    [Fact]
    public void Nothing_stays_of_a_conversion_that_fails_half_way()
    {
        RawForm form = Form(new RawSample("raw a", "a.bin", 0, () => [1]), new RawSample("raw b", "b.bin", 0, () => throw new DatasetException("raw b", "is broken")));
        Assert.Throws<DatasetException>(() => DatasetConverter.Convert(form, "", _folder["out"]));
        NothingStays();
    }

    [Fact]
    public void Nothing_stays_of_a_conversion_that_is_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        RawForm form = Form(new RawSample("raw a", "a.bin", 0, Interrupt), new RawSample("raw b", "b.bin", 0, () => [1]));
        Assert.Throws<OperationCanceledException>(() => DatasetConverter.Convert(form, "", _folder["out"], cancellationToken: interrupt.Token));
        NothingStays();

        byte[] Interrupt()
        {
            interrupt.Cancel();
            return [1];
        }
    }

    [Fact]
    public void A_folder_that_is_there_already_is_left_alone()
    {
        _folder.Write("out/set/mine.bin", [9]);
        Assert.Throws<DatasetException>(() => Convert(("a.bin", 0, [1])));
        Assert.Equal([_folder["out/set/mine.bin"]], Directory.GetFileSystemEntries(_folder["out/set"]));
    }

    [Fact]
    public void Tells_its_progress_after_each_sample()
    {
        var told = new List<(int, int)>();
        DatasetConverter.Convert(Form(Sample("a.bin", 0, [1]), Sample("b.bin", 0, [1])), "", _folder["out"], progress: new Told(told));
        Assert.Equal([(1, 2), (2, 2)], told);
    }

    private ConvertedDataset Convert(params (string File, int? Class, byte[] Bytes)[] samples) => Convert(null, samples);

    private ConvertedDataset Convert(string? list, params (string File, int? Class, byte[] Bytes)[] samples) =>
        DatasetConverter.Convert(Form([.. samples.Select(sample => Sample(sample.File, sample.Class, sample.Bytes))]), "", _folder["out"], list);

    private static RawSample Sample(string file, int? classIndex, byte[] bytes) => new($"raw {file}", file, classIndex, () => bytes);

    private static RawForm Form(params RawSample[] samples) => new(
        "task", "set", "anything", source => new RawDataset { ClassCount = 2, Windows = new WindowCut(8, 4), Samples = RawDataset.Ordered(source, "anything", samples) });

    private void NothingStays() => Assert.False(Directory.Exists(_folder["out"]) && Directory.EnumerateFileSystemEntries(_folder["out"]).Any());

    private sealed class Told(List<(int Done, int Total)> all) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => all.Add(value);
    }
}
