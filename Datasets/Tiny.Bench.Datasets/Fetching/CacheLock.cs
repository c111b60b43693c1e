namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Keeps other processes from fetching the same item. The system lets go of it when the process dies, however it dies.</summary>
/// <remarks>The lock file stays: to delete it would let two processes lock two files of one name.</remarks>
internal sealed class CacheLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private CacheLock(FileStream file) => _file = file;

    /// <summary>Waits until the lock is ours.</summary>
    /// <param name="path">The lock file; its folder must be there.</param>
    /// <param name="timeout">The longest wait.</param>
    /// <param name="waiting">Called once when it is not free.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FetchException">It was not free in time.</exception>
    public static async Task<CacheLock> AcquireAsync(
        string path, TimeSpan timeout, Action waiting, TimeProvider time, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        for (bool first = true; ; first = false)
        {
            if (TryOpen(path) is { } file)
                return new CacheLock(file);
            if (first)
                waiting();
            if (time.GetElapsedTime(start) >= timeout)
                throw new FetchException(FetchFault.Locked, path, $"another process has held it for {timeout.TotalSeconds:0} s; expected it to end");
            await Task.Delay(BetweenTries, time, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
