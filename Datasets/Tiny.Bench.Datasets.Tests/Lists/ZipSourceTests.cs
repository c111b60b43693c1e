using System.IO.Compression;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Lists;

public sealed class ZipSourceTests : IDisposable
{
    private const string List = "a.bin,2,1\nsub/b.bin,2,0\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_zip_gives_the_list_and_the_bytes_of_the_folder_it_was_made_from()
    {
        SampleList list = SampleList.Read(Zip(("y_labels.csv", Text(List)), ("a.bin", [1, 2, 3]), ("sub/", []), ("sub/b.bin", [4])));

        Assert.Equal("a.bin sub/b.bin", string.Join(' ', list.Samples.Select(sample => sample.File)));
        Assert.Equal([1, 2, 3], list.Samples[0].Read(3));
        Assert.Equal([4], await list.Samples[1].ReadAsync(3, CancellationToken.None));
        Assert.Equal(_folder["samples.zip/a.bin"], list.Samples[0].Path);
    }

    [Fact]
    public void The_hash_of_the_list_is_the_same_as_in_a_folder()
    {
        _folder.Write("y_labels.csv", List);
        Assert.Equal(SampleList.Read(_folder.Path).Sha256, SampleList.Read(Zip(("y_labels.csv", Text(List)))).Sha256);
    }

    [Fact]
    public void An_archive_may_be_read_from_several_threads()
    {
        byte[][] contents = [.. Enumerable.Range(0, 50).Select(index => Enumerable.Repeat((byte)index, 5000).ToArray())];
        ZipSource source = ZipSource.Open(Zip([.. contents.Select((content, index) => ($"{index}.bin", content))]));
        Parallel.For(0, 500, round => Assert.Equal(contents[round % 50], source.Read($"{round % 50}.bin", 5000)));
    }

    [Theory]
    [InlineData("../a.bin")]
    [InlineData("sub/../../a.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("\\share\\a.bin")]
    [InlineData("C:a.bin")]
    [InlineData("sub//a.bin")]
    [InlineData("a\u0001.bin")]
    public void Refuses_an_archive_with_a_name_that_leaves_it(string name)
    {
        string path = Zip(("y_labels.csv", Text(List)), (name, [1]));
        var error = Assert.Throws<DatasetException>(() => SampleList.Read(path));
        Assert.Equal(path, error.Where);
        Assert.Contains("inside the archive", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_archive_with_two_files_of_one_name() =>
        Assert.Contains("twice", Refused(Zip(("a.bin", [1]), ("a.bin", [2]))).Problem, StringComparison.Ordinal);

    [Fact]
    public void Refuses_an_encrypted_entry()
    {
        byte[] zip = Bytes(("a.bin", [1, 2, 3]));

        // General purpose bit 0 of the local header (at 6) and of the directory's (at 8): APPNOTE 4.4.4.
        zip[6] |= 1;
        zip[Directory(zip) + 8] |= 1;
        Assert.Contains("encrypted", Refused(_folder.Write("samples.zip", zip)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_larger_than_wanted_is_refused_before_it_is_unpacked()
    {
        ZipSource source = ZipSource.Open(Zip(("a.bin", new byte[1 << 20])));
        var error = Assert.Throws<DatasetException>(() => source.Read("a.bin", 1000));
        Assert.Contains("1048576 bytes; expected at most 1000", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_gigabytes_is_refused_whatever_is_wanted()
    {
        byte[] zip = Bytes(("a.bin", [1, 2, 3]));
        BitConverter.TryWriteBytes(zip.AsSpan(Directory(zip) + 24), 0x7FFF_FFFF);
        ZipSource source = ZipSource.Open(_folder.Write("samples.zip", zip));
        Assert.Throws<DatasetException>(() => source.Read("a.bin", long.MaxValue));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void An_entry_of_another_length_than_the_directory_says_is_damaged(int length)
    {
        byte[] zip = Bytes(("a.bin", [1, 2, 3]));
        BitConverter.TryWriteBytes(zip.AsSpan(Directory(zip) + 24), length);
        ZipSource source = ZipSource.Open(_folder.Write("samples.zip", zip));
        var error = Assert.Throws<DatasetException>(() => source.Read("a.bin", 100));
        Assert.Contains("damaged", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_found_by_the_checksum()
    {
        byte[] zip = Bytes(("a.bin", Text("a stored entry, not deflated")));
        zip[zip.AsSpan().IndexOf("stored"u8)] ^= 1;
        ZipSource source = ZipSource.Open(_folder.Write("samples.zip", zip));
        var error = Assert.Throws<DatasetException>(() => source.Read("a.bin", 100));
        Assert.Contains("CRC-32", error.Problem, StringComparison.Ordinal);
        Assert.Equal(_folder["samples.zip/a.bin"], error.Where);
    }

    [Fact]
    public void Any_bytes_end_in_the_right_content_or_in_its_own_error()
    {
        byte[] right = [.. Enumerable.Range(0, 300).Select(index => (byte)(index * index))];
        byte[] valid = Bytes(("y_labels.csv", Text("a.bin,2,1\n")), ("a.bin", right));
        var random = new Random(6);
        int refused = 0;
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = valid[..(random.Next(4) == 0 ? random.Next(valid.Length + 1) : valid.Length)];
            for (int change = random.Next(4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                foreach (TaskSample sample in SampleList.Read(_folder.Write("samples.zip", bytes)).Samples)
                    Assert.Equal(right, sample.Read(300));
            }
            catch (TinyBenchException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 1999);
    }

    [Fact]
    public void An_archive_without_a_list_is_a_miss() =>
        Assert.Throws<MissingFileException>(() => SampleList.Read(Zip(("a.bin", [1]))));

    [Fact]
    public void A_listed_file_that_the_archive_lacks_is_a_miss()
    {
        TaskSample sample = SampleList.Read(Zip(("y_labels.csv", Text(List)))).Samples[0];
        Assert.Throws<MissingFileException>(() => sample.Read(10));
    }

    private static DatasetException Refused(string path) => Assert.Throws<DatasetException>(() => ZipSource.Open(path));

    private string Zip(params (string Name, byte[] Content)[] entries) => _folder.Write("samples.zip", Bytes(entries));

    private static byte[] Bytes(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name, content.Length < 100 ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static int Directory(ReadOnlySpan<byte> zip) => zip.LastIndexOf("PK\u0001\u0002"u8);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
