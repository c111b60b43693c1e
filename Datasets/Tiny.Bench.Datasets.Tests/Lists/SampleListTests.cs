using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Lists;

public sealed class SampleListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_file_classes_and_class()
    {
        SampleList list = Read("a.bin,12,7\nb.bin,12,0\n");
        Assert.Equal("a.bin b.bin", string.Join(' ', list.Samples.Select(sample => sample.File)));
        Assert.Equal([12, 12], list.Samples.Select(sample => sample.ClassCount));
        Assert.Equal([7, 0], list.Samples.Select(sample => sample.ClassIndex));
        Assert.All(list.Samples, sample => Assert.Null(sample.Windows));
        Assert.Equal(_folder["b.bin"], list.Samples[1].Path);
    }

    [Fact]
    public void Reads_window_and_stride_bytes() =>
        Assert.Equal(new WindowCut(2560, 512), Assert.Single(Read("a.bin,2,1,2560,512").Samples).Windows);

    [Theory]
    [InlineData("a.bin, 2, 1\n")]
    [InlineData("\uFEFFa.bin,2,1\n")]
    [InlineData("a.bin,2,1\r\n")]
    [InlineData("\n\r\n  a.bin\t,2 ,1\n\n")]
    [InlineData("\"a.bin\",2,1")]
    [InlineData("a.bin,2,1\n , ,\n")]
    public void Tolerates_blanks_blank_lines_quotes_and_a_byte_order_mark(string text)
    {
        TaskSample sample = Assert.Single(Read(text).Samples);
        Assert.Equal(("a.bin", 2, 1), (sample.File, sample.ClassCount, sample.ClassIndex));
    }

    [Theory]
    [InlineData("a.bin,2,0\nb.bin,2\n", 2, "2 fields")]
    [InlineData("a.bin,2,0,2560\n", 1, "4 fields")]
    [InlineData("a.bin,2,0\n\n\nb.bin,2,2\n", 4, "class \"2\"; expected 0 to 1")]
    [InlineData("a.bin,2,-1\n", 1, "class \"-1\"")]
    [InlineData("a.bin,0,0\n", 1, "number of classes \"0\"")]
    [InlineData("a.bin,two,0\n", 1, "number of classes \"two\"")]
    [InlineData("a.bin,2,99999999999\n", 1, "99999999999")]
    [InlineData("a.bin,2,1.0\n", 1, "1.0")]
    [InlineData("a.bin,2,0,0,512\n", 1, "window bytes \"0\"")]
    [InlineData("a.bin,2,0,2560,-4\n", 1, "stride bytes \"-4\"")]
    [InlineData("a.bin,2,0\nb.bin,2,0\na.bin,2,1\n", 3, "it is on line 1")]
    [InlineData("a.bin,2,0\n\"b.bin,2,0\nc.bin\"x,2,0\n", 3, "CSV")]
    public void Says_file_and_line_of_what_is_wrong(string text, int line, string problem)
    {
        var error = Assert.Throws<DatasetException>(() => Read(text));
        Assert.Equal($"{_folder["y_labels.csv"]}, line {line}", error.Where);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../a.bin")]
    [InlineData("sub/../../a.bin")]
    [InlineData("..\\a.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("\\share\\a.bin")]
    [InlineData("C:a.bin")]
    [InlineData("sub//a.bin")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("a\0.bin")]
    public void Refuses_a_file_outside_the_folder(string file)
    {
        var error = Assert.Throws<DatasetException>(() => Read($"{file},2,0\n"));
        Assert.Contains("inside the task's folder", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_file_of_a_folder_below() =>
        Assert.Equal(_folder["sub/a..b.bin"], Assert.Single(Read("sub/a..b.bin,2,0").Samples).Path);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Refuses_a_list_of_nothing(string text) => Assert.Throws<DatasetException>(() => Read(text));

    [Fact]
    public void Refuses_bytes_that_are_not_text()
    {
        _folder.Write("y_labels.csv", [(byte)'a', 0xFF, 0xFE, (byte)',', (byte)'2', (byte)',', (byte)'0']);
        var error = Assert.Throws<DatasetException>(() => SampleList.Read(_folder.Path));
        Assert.Contains("UTF-8", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_end_in_a_list_or_in_its_own_error()
    {
        byte[] valid = Encoding.UTF8.GetBytes("\uFEFFa.bin,2,0,2560,512\r\n\"b.bin\", 2, 1,2560,512\n");
        var random = new Random(20);
        int refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = valid[..random.Next(valid.Length + 1)];
            for (int change = random.Next(4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotEmpty(SampleListParser.Parse(new FolderSource(_folder.Path), "y_labels.csv", bytes));
            }
            catch (DatasetException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 2999);
    }

    [Fact]
    public void A_folder_without_a_list_is_a_miss() => Assert.Throws<MissingFileException>(() => SampleList.Read(_folder.Path));

    [Fact]
    public void The_hash_is_of_the_bytes_and_not_of_the_content()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\uFEFFa.bin, 2, 1\r\n");
        _folder.Write("y_labels.csv", bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), SampleList.Read(_folder.Path).Sha256);
    }

    [SkippableTheory]
    [InlineData("kws01", 1000, 12)]
    [InlineData("ic01", 500, 10)]
    [InlineData("vww01", 200, 2)]
    [InlineData("ad01", 1, 2)]
    public void Reads_the_official_lists(string dataset, int samples, int classes)
    {
        SampleList list = SampleList.Read(Official.Dataset(dataset));
        Assert.Equal(samples, list.Samples.Count);
        Assert.All(list.Samples, sample => Assert.Equal(classes, sample.ClassCount));
        Assert.All(list.Samples, sample => Assert.True(File.Exists(sample.Path)));
    }

    private SampleList Read(string text)
    {
        _folder.Write("y_labels.csv", text);
        return SampleList.Read(_folder.Path);
    }
}
