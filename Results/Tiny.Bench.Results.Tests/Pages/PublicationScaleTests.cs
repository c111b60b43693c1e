using System.Diagnostics;
using System.Globalization;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Results.Pages;

/// <summary>How the work of a site grows with its records. Bytes are counted: they are the same on every machine.</summary>
public sealed class PublicationScaleTests(ITestOutputHelper output) : IDisposable
{
    // From n to 10 n, n log n grows by 16 at most, as for leaderboards; quadratic work grows by 100.
    private const double MostGrowth = 18;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Memory_and_files_grow_as_the_records()
    {
        (long fewAllocated, PageSummary few) = Publish(150);
        (long manyAllocated, PageSummary many) = Publish(1500);
        Assert.InRange((double)manyAllocated / fewAllocated, 1, MostGrowth);
        Assert.InRange((double)many.Bytes / few.Bytes, 5, MostGrowth);
        Assert.InRange((double)many.Files / few.Files, 5, 10.5);
    }

    [SkippableFact]
    public void Very_many_records_are_published()
    {
        Skip.IfNot(
            int.TryParse(Environment.GetEnvironmentVariable("TINYBENCH_RECORDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int most),
            "TINYBENCH_RECORDS does not say how many.");
        foreach (int count in new[] { most / 10, most / 3, most })
        {
            var clock = Stopwatch.StartNew();
            (long allocated, PageSummary summary) = Publish(count);
            output.WriteLine(FormattableString.Invariant(
                $"{count} records: {summary.Files} files of {summary.Bytes / 1e6:F0} MB in {clock.Elapsed.TotalSeconds:F1} s; {allocated / 1e6:F0} MB allocated, {Environment.WorkingSet / 1e6:F0} MB working set"));
            Assert.Equal(count, summary.Records);
        }
    }

    // From files to files, as the command does it.
    private (long Allocated, PageSummary Summary) Publish(int count)
    {
        string store = _folder[$"store{count}"], site = _folder[$"site{count}"];
        foreach (StoredRecord stored in SyntheticRecords.Make(count, seed: 3))
            _folder.Write($"store{count}/{stored.Name}", RunRecordJson.Write(stored.Record));
        long before = GC.GetAllocatedBytesForCurrentThread();
        PageSummary summary = Publication.Publish([store], site);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Directory.Delete(store, recursive: true);
        Directory.Delete(site, recursive: true);
        return (allocated, summary);
    }
}
