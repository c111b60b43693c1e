namespace Tiny.Bench.Harness.Running;

/// <summary>Takes the samples of an accuracy run in whatever order they are done, and gives them on in the list's.</summary>
/// <param name="done">Those of the run that this one continues.</param>
/// <param name="count">How many there will be.</param>
/// <param name="journal">Takes each sample once all before it are there; null to keep none.</param>
internal sealed class SampleResults(IReadOnlyList<SampleResult> done, int count, SampleJournal? journal)
{
    private readonly SampleResult?[] _results = [.. done, .. new SampleResult?[count - done.Count]];
    private readonly Lock _lock = new();
    private int _finished = done.Count;
    private int _inOrder = done.Count;

    /// <summary>All samples, once the run is over.</summary>
    public IReadOnlyList<SampleResult> All => [.. _results.Select(result => result!)];

    /// <summary>Adds a sample.</summary>
    /// <param name="index">Its place in the list.</param>
    /// <param name="result">What the system made of it.</param>
    /// <param name="report">Told how many are done, never by two threads at once.</param>
    /// <exception cref="JournalException">The disk is full.</exception>
    public void Add(int index, SampleResult result, Action<int> report)
    {
        lock (_lock)
        {
            _results[index] = result;
            for (; _inOrder < count && _results[_inOrder] is { } next; _inOrder++)
                journal?.Append(next);
            report(++_finished);
        }
    }
}
