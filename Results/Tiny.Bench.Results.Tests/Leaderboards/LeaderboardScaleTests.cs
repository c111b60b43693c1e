using System.Diagnostics;
using Tiny.Bench.Results.Records;
using Xunit.Abstractions;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>How the work grows with the records. Comparisons and bytes are counted: they are the same on every machine.</summary>
public class LeaderboardScaleTests(ITestOutputHelper output)
{
    // From n to 10 n, n log n grows by 10 * log(10 n) / log(n): by 16 for boards of some 50 records, by less for longer ones.
    // Quadratic work grows by 100.
    private const double MostGrowth = 18;

    [Fact]
    public void Comparisons_grow_as_n_log_n() => Assert.InRange(Growth(ComparisonsFor), 1, MostGrowth);

    [Fact]
    public void Memory_grows_as_the_records() => Assert.InRange(Growth(BytesFor), 1, MostGrowth);

    [Fact]
    public void Every_record_is_ranked_or_set_apart()
    {
        StoredRecord[] records = [.. SyntheticRecords.Make(2000, seed: 5)];
        IReadOnlyList<Leaderboard> boards = LeaderboardBuilder.Build(records);
        Assert.Equal(
            records.Select(record => record.Name).Order(StringComparer.Ordinal).ToArray(),
            boards.Where(board => board.Measure == Measure.Latency)
                .SelectMany(board => board.Rows.Select(row => row.Record.Name).Concat(board.Apart.Select(aside => aside.Record.Name)))
                .Order(StringComparer.Ordinal).ToArray());
    }

    [SkippableFact]
    public void A_hundred_thousand_records_are_ranked()
    {
        Skip.If(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TINYBENCH_LONG")), "Takes seconds: set TINYBENCH_LONG to run it.");
        foreach (int count in new[] { 10_000, 100_000 })
        {
            StoredRecord[] records = [.. SyntheticRecords.Make(count, seed: 9)];
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            IReadOnlyList<Leaderboard> boards = LeaderboardBuilder.Build(records);
            double seconds = clock.Elapsed.TotalSeconds;
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            output.WriteLine(FormattableString.Invariant(
                $"{count} records: {boards.Count} boards, {seconds:F2} s, {bytes / 1e6:F0} MB allocated, {Environment.WorkingSet / 1e6:F0} MB working set"));
        }
    }

    private static double Growth(Func<StoredRecord[], double> work)
    {
        StoredRecord[] many = [.. SyntheticRecords.Make(20_000, seed: 9)], few = [.. SyntheticRecords.Make(2000, seed: 9)];
        return work(many) / work(few);
    }

    private static double ComparisonsFor(StoredRecord[] records)
    {
        var values = new CountingComparer<double>(Comparer<double>.Default);
        var names = new CountingComparer<string>(StringComparer.Ordinal);
        LeaderboardBuilder.Build(records, new BoardOrder(values, names));
        Assert.InRange(values.Count, records.Length, long.MaxValue);
        return values.Count + names.Count;
    }

    private static double BytesFor(StoredRecord[] records)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        LeaderboardBuilder.Build(records);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class CountingComparer<T>(IComparer<T> comparer) : IComparer<T>
    {
        public long Count { get; private set; }

        public int Compare(T? x, T? y)
        {
            Count++;
            return comparer.Compare(x, y);
        }
    }
}
