using Tiny.Bench.Core.Systems;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Records;

public sealed class RecordStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _read = [];
    private readonly RecordStore _store;

    public RecordStoreTests() => _store = new RecordStore(_folder.Path, TimeProvider.System, path =>
    {
        _read.Add(path);
        return File.ReadAllBytes(path);
    });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_empty()
    {
        StoreContents contents = new RecordStore(_folder["none"]).Read();
        Assert.Empty(contents.Records);
        Assert.Empty(contents.Problems);
        Assert.Empty(new RecordStore(_folder["none"]).Index().Entries);
        Assert.False(Directory.Exists(_folder["none"]));
    }

    [Fact]
    public void Reads_every_record_once_in_ordinal_order_of_the_names()
    {
        foreach (string name in new[] { "b.json", "a/z.json", "B.json", "a-1.json", "a/deep/er/c.json" })
            Put(name, SampleRecords.Full with { Target = name });
        StoreContents contents = _store.Read();
        Assert.Equal("B.json a-1.json a/deep/er/c.json a/z.json b.json", NamesOf(contents.Records));
        Assert.All(contents.Records, stored => Assert.Equal(stored.Name, stored.Record.Target));
        Assert.Equal(5, _read.Count);
    }

    [Fact]
    public void What_should_be_a_record_and_is_none_is_listed()
    {
        Put("good.json", SampleRecords.Full);
        _folder.Write("torn.json", RunRecordJson.Write(SampleRecords.Full)[..200]);
        _folder.Write("sub/other.JSON", "{\"schema\": 7}");
        StoreContents contents = _store.Read();
        Assert.Equal("good.json", Assert.Single(contents.Records).Name);
        Assert.Equal("sub/other.JSON torn.json", NamesOf(contents.Problems));
        Assert.Contains("at $.schema: is 7; expected 1", contents.Problems[0].Problem, StringComparison.Ordinal);
        Assert.Contains("torn.json, line ", contents.Problems[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_seals_the_index_and_temporary_names_are_no_records()
    {
        Put("run.json", SampleRecords.Full);
        _folder.Write("run.log", "text");
        _folder.Write("run.seal.json", "{}");
        _folder.Write(".late.json.tmp", "{");
        _store.Index();
        StoreContents contents = _store.Read();
        Assert.Single(contents.Records);
        Assert.Empty(contents.Problems);
    }

    [SkippableFact]
    public void A_link_is_listed_and_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "A link there takes rights of its own.");
        Put("run.json", SampleRecords.Full);
        Directory.CreateSymbolicLink(_folder["circle"], _folder.Path);
        File.CreateSymbolicLink(_folder["other.json"], _folder["run.json"]);
        StoreContents contents = _store.Read();
        Assert.Single(contents.Records);
        Assert.Equal("circle other.json", NamesOf(contents.Problems));
        Assert.Equal("circle other.json", NamesOf(_store.Index().Problems));
    }

    [Fact]
    public void The_index_holds_the_key_figures_and_the_hash()
    {
        string path = Put("ic01.json", SampleRecords.Full with
        {
            Task = "ic01",
            Division = "closed",
            Kind = RunKind.Published,
            Submission = new SubmissionRecord { Round = "v1.2", Submitter = "ST", System = "NUCLEO" },
            Energy = new EnergyRecord { Windows = [], MedianMicrojoulesPerInference = 1820.5, PowerMilliwatts = 3.98 },
            Quality = new QualityRecord { Accuracy = 0.865, Auc = 0.97 },
        });
        RecordIndexEntry entry = Assert.Single(_store.Index().Entries);
        Assert.Equal(("ic01.json", "ic01", "closed", RunKind.Published, "NUCLEO"), (entry.Name, entry.Task, entry.Division, entry.Kind, entry.System));
        Assert.Equal((2025.00001, 1820.5, 3.98, 0.865, 0.97), (entry.LatencyMicroseconds, entry.MicrojoulesPerInference, entry.PowerMilliwatts, entry.Accuracy, entry.Auc));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), entry.Sha256);
        Assert.Equal(new FileInfo(path).Length, entry.Bytes);
    }

    [Fact]
    public void The_index_reads_only_what_is_new()
    {
        Put("a.json", SampleRecords.Full);
        Put("b.json", SampleRecords.Least);
        RecordIndex first = _store.Index();
        Assert.Equal(2, _read.Count);
        Assert.Equal(first.Entries, _store.Index().Entries);
        Assert.Equal(2, _read.Count);
        Put("sub/c.json", SampleRecords.Full);
        Assert.Equal("a.json b.json sub/c.json", string.Join(' ', _store.Index().Entries.Select(entry => entry.Name)));
        Assert.Equal(3, _read.Count);
    }

    [Fact]
    public void A_record_that_changed_or_went_is_not_taken_from_the_index()
    {
        Put("a.json", SampleRecords.Full);
        Put("b.json", SampleRecords.Full);
        _store.Index();
        File.SetLastWriteTimeUtc(Put("a.json", SampleRecords.Full with { Task = "vww01" }), new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Delete(_folder["b.json"]);
        Assert.Equal("vww01", Assert.Single(_store.Index().Entries).Task);
        _read.Clear();
        Assert.Equal("vww01", Assert.Single(_store.Index().Entries).Task);
        Assert.Empty(_read);
    }

    [Fact]
    public void A_damaged_index_is_made_again_from_the_records()
    {
        Put("a.json", SampleRecords.Full);
        Put("b.json", SampleRecords.Least);
        RecordIndex expected = _store.Index();
        byte[] whole = File.ReadAllBytes(_folder["index.jsonl"]);
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            byte[] damaged = [.. whole];
            if (round % 2 == 0)
                damaged = damaged[..random.Next(damaged.Length)];
            else
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            _folder.Write("index.jsonl", damaged);
            Assert.Equal(expected.Entries, _store.Index().Entries);
            Assert.Equal(whole, File.ReadAllBytes(_folder["index.jsonl"]));
        }
    }

    [Fact]
    public void An_index_made_from_the_records_is_the_same_bytes()
    {
        Put("a.json", SampleRecords.Full);
        Put("b.json", SampleRecords.Least);
        RecordIndex index = _store.Index();
        byte[] bytes = File.ReadAllBytes(_folder["index.jsonl"]);
        File.Delete(_folder["index.jsonl"]);
        Assert.Equal(index.Entries, _store.RebuildIndex().Entries);
        Assert.Equal(bytes, File.ReadAllBytes(_folder["index.jsonl"]));
    }

    [Fact]
    public void The_first_write_removes_what_a_killed_writer_left_a_day_ago()
    {
        string old = _folder.Write(".kws01-accuracy.json.tmp", "{"), young = _folder.Write(".ic01-accuracy.json.tmp", "{");
        string foreign = _folder.Write(".tmp.log", "x");
        foreach (string path in new[] { old, foreign })
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1).AddMinutes(-1));
        _store.Write(SampleRecords.Full);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void A_name_that_a_killed_writer_holds_is_passed_over()
    {
        _folder.Write(".kws01-accuracy-20260102T030405Z.json.tmp", "{");
        Assert.Equal(_folder["kws01-accuracy-20260102T030405Z-2.json"], _store.Write(SampleRecords.Full));
    }

    [Fact]
    public void Many_records_of_one_name_are_numbered_without_a_gap()
    {
        for (int index = 0; index < 300; index++)
            _store.Write(SampleRecords.Least);
        IEnumerable<string> expected = Enumerable.Range(2, 299).Select(number => $"ad01-accuracy-20260102T030405Z-{number}.json").Append("ad01-accuracy-20260102T030405Z.json");
        Assert.Equal(string.Join(' ', expected.Order(StringComparer.Ordinal)), NamesOf(_store.Read().Records));
    }

    private static string NamesOf(IEnumerable<StoredRecord> records) => string.Join(' ', records.Select(stored => stored.Name));

    private static string NamesOf(IEnumerable<StoreProblem> problems) => string.Join(' ', problems.Select(problem => problem.Name));

    private string Put(string name, RunRecord record) => _folder.Write(name, RunRecordJson.Write(record));
}
