namespace Tiny.Bench.Harness.Running;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Every_item_is_done_once(int workers)
    {
        var times = new int[100];

        await OrderedWork<int>.RunAsync(Workers(workers), 3, 90, (_, item) => Count(times, item), CancellationToken.None);

        Assert.Equal([.. Enumerable.Repeat(0, 3), .. Enumerable.Repeat(1, 87), .. Enumerable.Repeat(0, 10)], times);
    }

    [Fact]
    public async Task A_worker_has_one_item_at_a_time()
    {
        var busy = new int[4];
        int most = 0;

        await OrderedWork<int>.RunAsync(Workers(4), 0, 200, async (worker, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref busy[worker]));
            await Task.Yield();
            Interlocked.Decrement(ref busy[worker]);
        }, CancellationToken.None);

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task The_error_is_that_of_the_first_item_though_a_later_one_fails_before_it()
    {
        var laterFailed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var times = new int[50];

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OrderedWork<int>.RunAsync(Workers(3), 0, 50, async (_, item) =>
        {
            await Count(times, item);
            if (item == 20)
                await laterFailed.Task;
            if (item == 21)
                laterFailed.SetResult();
            if (item is 20 or 21)
                throw new InvalidOperationException($"item {item}");
        }, CancellationToken.None));

        Assert.Equal("item 20", error.Message);
        Assert.All(times.Take(21), time => Assert.Equal(1, time));
        Assert.InRange(times.Skip(22).Sum(), 0, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Cancellation_ends_the_work_between_two_items(int workers)
    {
        using var stop = new CancellationTokenSource();
        var times = new int[1000];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OrderedWork<int>.RunAsync(Workers(workers), 0, times.Length, async (_, item) =>
        {
            await Count(times, item);
            if (item == 10)
                await stop.CancelAsync();
        }, stop.Token));

        Assert.All(times.Take(11), time => Assert.Equal(1, time));
        Assert.InRange(times.Skip(11).Sum(), 0, times.Length - 12);
    }

    private static int[] Workers(int count) => [.. Enumerable.Range(0, count)];

    private static ValueTask Count(int[] times, int item)
    {
        Interlocked.Increment(ref times[item]);
        return ValueTask.CompletedTask;
    }
}
