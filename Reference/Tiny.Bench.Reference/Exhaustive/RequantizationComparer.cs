namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Compares two dialects over every accumulator of a range: the answer is exact, not sampled.</summary>
public static class RequantizationComparer
{
    private const int BlockLength = 1 << 22;

    /// <summary>Compares on all cores; the answer does not depend on how many there are.</summary>
    /// <remarks>
    /// With a clamp only the accumulators between the two rails are computed where <see cref="MonotoneWindow"/> proves that all others give equal codes.
    /// </remarks>
    /// <exception cref="ArgumentException">No kernel uses such a factor, or a range ends before it begins.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RequantizationComparison Compare(
        RequantizationQuestion question, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        if (!question.IsValid)
            throw new ArgumentException($"{question} is no comparison; expected a multiplier that is not negative, a shift of -31 to 30 and ranges that are not empty.", nameof(question));
        using var differences = new DifferenceSet();
        if (MonotoneWindow.Find(question) is { } window)
            CompareAll(question, window, differences, progress, cancellation);
        return differences.Finish(question);
    }

    // Blocks of one round run side by side and are gathered in order, so that the hash sees ascending accumulators.
    private static void CompareAll(
        RequantizationQuestion question, AccumulatorRange range, DifferenceSet differences, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        int blocks = (int)((range.Count + BlockLength - 1) / BlockLength);
        var round = new BlockDifferences[Math.Min(blocks, 2 * Environment.ProcessorCount)];
        for (int index = 0; index < round.Length; index++)
            round[index] = new BlockDifferences();

        for (int done = 0; done < blocks; done += round.Length)
        {
            int start = done, count = Math.Min(round.Length, blocks - done);
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, index => round[index].Compare(question, Block(range, start + index)));
            foreach (BlockDifferences block in round.AsSpan(0, count))
                differences.Add(block);
            progress?.Report((start + count, blocks));
        }
    }

    private static AccumulatorRange Block(AccumulatorRange range, int index)
    {
        long first = range.First + ((long)index * BlockLength);
        return new AccumulatorRange((int)first, (int)Math.Min(range.Last, first + BlockLength - 1));
    }
}
