using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Lists;

public sealed class ManifestTests : IDisposable
{
    private static readonly BenchmarkTask Task = new()
    {
        Id = "mine",
        Title = "Mine",
        Dataset = "mine",
        Input = InputKind.Float32,
        Results = ResultPrinting.Rounded,
        Metric = QualityMetric.TopOne,
        TargetValue = 0,
        Models = [],
        Labels = ["hum", "whistle"],
        Lists = [],
        Manifest = "clips.csv",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Labels_become_the_classes_of_the_task()
    {
        SampleList list = Read("file,label\nb/1.wav,whistle\na.wav,hum\n");
        Assert.Equal("b/1.wav a.wav", string.Join(' ', list.Samples.Select(sample => sample.File)));
        Assert.Equal([1, 0], list.Samples.Select(sample => sample.ClassIndex));
        Assert.All(list.Samples, sample => Assert.Equal(2, sample.ClassCount));
        Assert.Equal(_folder["clips.csv"], list.Path);
    }

    [Fact]
    public void Columns_may_be_in_any_order_with_others_among_them() =>
        Assert.Equal(1, Assert.Single(Read("label,speaker, file\n\nwhistle,\"Ann, B.\",a.wav\n").Samples).ClassIndex);

    [Theory]
    [InlineData("", "file and label among them")]
    [InlineData("a.wav,hum\n", "has the columns \"a.wav,hum\"")]
    [InlineData("file,label\n", "lists no sample")]
    [InlineData("file,label\na.wav\n", "line 2: has 1 fields; the first line names 2")]
    [InlineData("file,label\na.wav,hum\na.wav,hum\n", "line 3: lists a.wav again; it is on line 2")]
    [InlineData("file,label\na.wav,Hum\n", "line 2: has the label \"Hum\"; the task has hum, whistle")]
    [InlineData("file,label\n../a.wav,hum\n", "line 2: names the file \"../a.wav\"")]
    public void Says_line_and_fault(string text, string fault) =>
        Assert.Contains(fault, Assert.Throws<DatasetException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_front_end_of_the_task_hears_every_sample()
    {
        _folder.Write("clips.csv", "file,label\na.wav,hum\n");
        BenchmarkTask task = Task with { FrontEnd = FrontEndKind.FilterBank };
        Assert.IsType<WakeWordFilterBank>(Assert.Single(SampleList.Read(_folder.Path, task).Samples).FrontEnd);
    }

    [Fact]
    public void A_task_without_a_manifest_has_the_official_list()
    {
        _folder.Write("y_labels.csv", "a.bin,3,2\n");
        Assert.Equal(2, Assert.Single(SampleList.Read(_folder.Path, Task with { Manifest = null }).Samples).ClassIndex);
        Assert.Throws<MissingFileException>(() => SampleList.Read(_folder.Path, Task));
    }

    private SampleList Read(string text)
    {
        _folder.Write("clips.csv", text);
        return SampleList.Read(_folder.Path, Task);
    }
}
