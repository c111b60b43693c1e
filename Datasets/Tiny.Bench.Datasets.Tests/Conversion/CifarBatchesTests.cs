using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Conversion;

public sealed class CifarBatchesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Byte 0 is the class; red of pixel 0 is byte 1, green 1 + 1024, blue 1 + 2048; the last pixel's are 1023 further.
    [Fact]
    public void Interleaves_the_planes()
    {
        byte[] record = new byte[3073];
        (record[0], record[1], record[1025], record[2049]) = (7, 10, 20, 30);
        (record[1024], record[2048], record[3072]) = (11, 21, 31);
        RawSample sample = Assert.Single(Open(record).Samples);
        Assert.Equal(("test_batch_00000.bin", 7), (sample.File, sample.ClassIndex));
        byte[] pixels = sample.Convert();
        Assert.Equal([10, 20, 30, 0, 0], pixels[..5]);
        Assert.Equal([0, 11, 21, 31], pixels[^4..]);
    }

    [SkippableFact]
    public void Gives_real_images_back()
    {
        SampleList list = SampleList.Read(Official.Dataset("ic01"));
        byte[][] official = [.. list.Samples.Take(20).Select(sample => File.ReadAllBytes(sample.Path))];
        byte[] batch = [.. official.SelectMany((image, index) =>
            new[] { (byte)list.Samples[index].ClassIndex }.Concat(Enumerable.Range(0, 3).SelectMany(plane => image.Where((_, at) => at % 3 == plane))))];

        IReadOnlyList<RawSample> samples = Open(batch).Samples;

        Assert.Equal(official, samples.Select(sample => sample.Convert()));
        Assert.Equal(list.Samples.Take(20).Select(sample => (int?)sample.ClassIndex), samples.Select(sample => sample.ClassIndex));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3072)]
    [InlineData(3074)]
    public void Refuses_a_batch_of_parts_of_records(int length) => Assert.Throws<DatasetException>(() => Open(new byte[length]));

    [Fact]
    public void Names_the_offset_of_a_class_that_there_is_not()
    {
        byte[] batch = new byte[2 * 3073];
        batch[3073] = 10;
        Assert.EndsWith("test_batch.bin, byte 3073", Assert.Throws<DatasetException>(() => Open(batch)).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_folder_of_batches()
    {
        _folder.Write("b.bin", new byte[3073]);
        _folder.Write("a.bin", new byte[2 * 3073]);
        _folder.Write("readme.html", "x");
        Assert.Equal("a_00000.bin a_00001.bin b_00000.bin", string.Join(' ', CifarBatches.Open(_folder.Path).Samples.Select(sample => sample.File)));
    }

    private RawDataset Open(byte[] batch) => CifarBatches.Open(_folder.Write("test_batch.bin", batch));
}
