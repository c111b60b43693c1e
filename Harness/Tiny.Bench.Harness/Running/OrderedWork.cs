namespace Tiny.Bench.Harness.Running;

/// <summary>Numbered items on one or more workers at once, each of which has to itself what it needs, such as an interpreter.</summary>
/// <remarks>
/// Items begin in order. Once one fails no later one begins, while those before it are finished: the error is always that of the first item
/// that fails, whatever the number of workers.
/// </remarks>
internal sealed class OrderedWork<TWorker>
{
    private readonly IReadOnlyList<TWorker> _workers;
    private readonly Func<TWorker, int, ValueTask> _work;
    private readonly CancellationToken _cancellation;
    private readonly Lock _lock = new();
    private int _next;
    private int _end;
    private int? _failed;

    private OrderedWork(IReadOnlyList<TWorker> workers, int first, int end, Func<TWorker, int, ValueTask> work, CancellationToken cancellation)
    {
        (_workers, _work, _cancellation) = (workers, work, cancellation);
        (_next, _end) = (first, end);
    }

    /// <summary>Does all items; on the caller's thread where there is one worker, else on a thread for each.</summary>
    /// <param name="workers">At least one.</param>
    /// <param name="first">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <param name="work">Does one item; each worker is given one at a time.</param>
    /// <param name="cancellation">Ends the work between two items.</param>
    public static async Task RunAsync(
        IReadOnlyList<TWorker> workers, int first, int end, Func<TWorker, int, ValueTask> work, CancellationToken cancellation)
    {
        var items = new OrderedWork<TWorker>(workers, first, end, work, cancellation);
        Task[] running = workers.Count == 1
            ? [items.WorkAsync(0)]
            : [.. Enumerable.Range(0, Math.Min(workers.Count, end - first)).Select(worker => Task.Run(() => items.WorkAsync(worker), CancellationToken.None))];
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (items._failed is { } failed)
            await running[failed];
    }

    private async Task WorkAsync(int worker)
    {
        while (TryTake(out int item))
        {
            bool done = false;
            try
            {
                _cancellation.ThrowIfCancellationRequested();
                await _work(_workers[worker], item);
                done = true;
            }
            finally
            {
                if (!done)
                    Fail(worker, item);
            }
        }
    }

    private bool TryTake(out int item)
    {
        lock (_lock)
        {
            item = _next;
            if (item >= _end)
                return false;
            _next++;
            return true;
        }
    }

    private void Fail(int worker, int item)
    {
        lock (_lock)
        {
            if (item < _end)
                (_end, _failed) = (item, worker);
        }
    }
}
