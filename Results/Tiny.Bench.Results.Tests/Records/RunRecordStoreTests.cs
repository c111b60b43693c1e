using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public sealed class RunRecordStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_a_file_named_for_task_mode_and_start_in_a_folder_that_it_makes()
    {
        string path = RunRecordStore.Write(_folder["a/b"], SampleRecords.Full);
        Assert.Equal(_folder["a/b/kws01-accuracy-20260102T030405Z.json"], path);
        Assert.Equal(RunRecordJson.Write(SampleRecords.Full), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder["a/b"]));
    }

    [Fact]
    public void The_start_in_the_name_is_in_universal_time()
    {
        RunRecord record = SampleRecords.Full with { Started = new DateTimeOffset(2026, 1, 1, 23, 0, 0, TimeSpan.FromHours(-5)) };
        Assert.EndsWith("kws01-accuracy-20260102T040000Z.json", RunRecordStore.Write(_folder.Path, record), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_overwrites_a_record()
    {
        string[] paths =
        [
            RunRecordStore.Write(_folder.Path, SampleRecords.Full),
            RunRecordStore.Write(_folder.Path, SampleRecords.Full with { Target = "second" }),
            RunRecordStore.Write(_folder.Path, SampleRecords.Full with { Target = "third" }),
        ];
        Assert.Equal("host second third", string.Join(' ', paths.Select(path => RunRecordStore.Read(path).Target)));
        Assert.EndsWith("Z-2.json", paths[1], StringComparison.Ordinal);
        Assert.EndsWith("Z-3.json", paths[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_written_at_the_same_moment_all_stay()
    {
        string[] paths = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(index => Task.Run(() => RunRecordStore.Write(_folder.Path, SampleRecords.Full with { Target = $"{index}" }))));
        Assert.Equal(20, paths.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(20, paths.Select(path => RunRecordStore.Read(path).Target).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(20, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void A_folder_is_made_and_checked_without_a_trace()
    {
        RunRecordStore.RequireWritable(_folder["a/b"]);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["a/b"]));
    }

    [Fact]
    public void A_file_cannot_hold_records()
    {
        string file = _folder.Write("taken", "");
        Assert.Equal(file, Assert.Throws<RecordException>(() => RunRecordStore.RequireWritable(file)).Where);
    }

    [Fact]
    public void A_full_disk_is_an_error_and_leaves_nothing()
    {
        var error = Assert.Throws<RecordException>(
            () => RunRecordStore.Write(_folder.Path, SampleRecords.Full, path => new FullDisk(File.Create(path), room: 100)));
        Assert.Equal(_folder.Path, error.Where);
        Assert.Contains("No space left", error.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        _folder.Write("file", "x");
        var error = Assert.Throws<RecordException>(() => RunRecordStore.Write(_folder["file/out"], SampleRecords.Full));
        Assert.Equal(_folder["file/out"], error.Where);
    }

    [Fact]
    public void A_task_id_that_is_a_path_is_refused() =>
        Assert.Throws<ArgumentException>(() => RunRecordStore.Write(_folder.Path, SampleRecords.Full with { Task = "../kws01" }));

    [Fact]
    public void Reading_says_which_file_is_torn()
    {
        string path = RunRecordStore.Write(_folder.Path, SampleRecords.Full);
        byte[] content = File.ReadAllBytes(path);
        File.WriteAllBytes(path, content[..(content.Length / 2)]);
        Assert.StartsWith(path, Assert.Throws<RecordException>(() => RunRecordStore.Read(path)).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_not_there_is_a_miss() =>
        Assert.Throws<MissingFileException>(() => RunRecordStore.Read(_folder["none.json"]));

    /// <summary>A file on a disk that takes so many bytes and no more.</summary>
    private sealed class FullDisk(Stream file, int room) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            file.Write(buffer, offset, Math.Min(count, room));
            file.Flush();
            if (count > room)
                throw new IOException("No space left on device");
        }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
            base.Dispose(disposing);
        }
    }
}
