using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Analysis;

public class TimerResolutionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(10_000)]
    public void Finds_a_tick_of_whole_microseconds(int tick)
    {
        // 7, 10, 13, 16: multiples without a common factor beside the tick.
        TimerResolution? resolution = TimerResolution.Estimate(Enumerable.Range(0, 8).Select(index => (long)tick * (7 + (3 * index))));
        Assert.Equal(new TimerResolution(tick, 8), resolution);
    }

    [Theory]
    [InlineData(32768)]
    [InlineData(1024)]
    public void Finds_the_tick_of_a_watch_crystal(int hertz)
    {
        // Ticks 1000, 1037, ..., printed with the microsecond cut off.
        IEnumerable<long> times = Enumerable.Range(0, 8).Select(index => (1000 + (37L * index)) * 1_000_000 / hertz);
        Assert.Equal(new TimerResolution(1e6 / hertz, 8), TimerResolution.Estimate(times));
    }

    [Fact]
    public void Too_few_times_tell_nothing()
    {
        Assert.Null(TimerResolution.Estimate([]));
        Assert.Null(TimerResolution.Estimate([18_192_390, 18_192_390, 0]));

        // Two times are even, as one pair in two is.
        Assert.Null(TimerResolution.Estimate([10, 18]));
    }

    [Fact]
    public void Refuses_a_time_that_runs_backwards() => Assert.Throws<ArgumentException>(() => TimerResolution.Estimate([5, -3]));

    [SkippableFact]
    public void The_board_of_the_reference_counts_microseconds()
    {
        long[] laps = Laps("logs/v0.5__reference__Nucleo-L4R5ZI__kws__performance__log.txt");
        Assert.Equal(11, laps.Length);
        Assert.Equal(1, TimerResolution.Estimate(laps.Zip(laps.Skip(1), (first, second) => second - first))?.Microseconds);
    }

    internal static long[] Laps(string path) =>
    [
        .. File.ReadLines(Official.Published(path))
            .Select(line => (Line: line, Start: line.IndexOf("m-lap-us-", StringComparison.Ordinal)))
            .Where(found => found.Start >= 0)
            .Select(found => long.Parse(found.Line.AsSpan(found.Start + "m-lap-us-".Length))),
    ];
}
