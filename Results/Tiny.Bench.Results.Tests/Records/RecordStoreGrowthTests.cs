using System.Diagnostics;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Results.Records;

/// <summary>Work grows with the number of records and no faster. TINYBENCH_RECORDS=100000 also prints times and memory for so many.</summary>
public sealed class RecordStoreGrowthTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Each_file_is_opened_once_to_read_once_to_index_and_not_again(int count)
    {
        byte[] content = RunRecordJson.Write(SampleRecords.Least);
        for (int index = 0; index < count; index++)
            _folder.Write($"{index % 100}/{index}.json", content);
        int opened = 0;
        var store = new RecordStore(_folder.Path, TimeProvider.System, path =>
        {
            opened++;
            return File.ReadAllBytes(path);
        });
        Assert.Equal(count, store.Read().Records.Count);
        Assert.Equal(count, opened);
        Assert.Equal(count, store.Index().Entries.Count);
        Assert.Equal(2 * count, opened);
        Assert.Equal(count, store.Index().Entries.Count);
        Assert.Equal(2 * count, opened);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void Each_record_of_one_name_is_tried_once(int count)
    {
        int created = 0;
        for (int index = 0; index < count; index++)
        {
            RunRecordStore.Write(_folder.Path, SampleRecords.Least, path =>
            {
                created++;
                return File.Create(path);
            });
        }

        Assert.Equal(count, created);
    }

    [SkippableFact]
    public void Time_and_memory_of_many_records()
    {
        Skip.IfNot(int.TryParse(Environment.GetEnvironmentVariable("TINYBENCH_RECORDS"), out int count), "TINYBENCH_RECORDS does not say how many.");
        var store = new RecordStore(_folder.Path);
        for (int part = 1; part <= 4; part++)
        {
            Measure($"write   {part * count / 4}", () =>
            {
                for (int index = 0; index < count / 4; index++)
                    store.Write(SampleRecords.Full);
                return count / 4;
            });
            Measure("read    ", () => store.Read().Records.Count);
            Measure("index   ", () => store.RebuildIndex().Entries.Count);
            Measure("indexed ", () => store.Index().Entries.Count);
        }

        Assert.Equal(count / 4 * 4, store.Index().Entries.Count);
    }

    private void Measure(string what, Func<int> work)
    {
        long before = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        int records = work();
        clock.Stop();
        long allocated = GC.GetTotalAllocatedBytes() - before;
        output.WriteLine(
            $"{what}: {records} records in {clock.Elapsed.TotalSeconds:F2} s, {clock.Elapsed.TotalMicroseconds / records:F0} us and {allocated / records} bytes allocated each, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB live, {Environment.WorkingSet >> 20} MiB in all");
    }
}
