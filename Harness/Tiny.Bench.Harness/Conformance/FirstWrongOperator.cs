using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first operator of an inference whose checksum is not the expected one.</summary>
/// <param name="Index">Position in execution order.</param>
/// <param name="Exchanges">Questions that it took to find it.</param>
/// <param name="IsProven">
/// Whether every operator before it is known to be right. Bisection does not know that: an operator may be right by chance behind a wrong one,
/// and then what is found is a wrong operator behind a right one, perhaps not the first.
/// </param>
public readonly record struct FirstWrongOperator(int Index, int Exchanges, bool IsProven)
{
    /// <summary>Finds it, in one exchange where the system tells all checksums, else by bisection in at most ceil(log2 n) + 1.</summary>
    /// <param name="system">Where checksums come from.</param>
    /// <param name="input">The input of the inference.</param>
    /// <param name="expected">The right checksums, in execution order; at least one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when the last operator is right, and so is every other that was told.</returns>
    /// <exception cref="Core.TinyBenchException">The system failed.</exception>
    public static async ValueTask<FirstWrongOperator?> FindAsync(
        IOperatorChecksums system, ReadOnlyMemory<byte> input, IReadOnlyList<uint> expected, CancellationToken cancellationToken)
    {
        if (expected.Count == 0)
            throw new ArgumentException("There are no operators to search.", nameof(expected));
        var right = new bool?[expected.Count];
        int exchanges = 0;
        await AskAsync(expected.Count - 1);
        while (Array.IndexOf(right, false) is var wrong and >= 0)
        {
            int lastRight = Array.FindLastIndex(right, wrong, told => told == true);
            if (lastRight == wrong - 1)
                return new FirstWrongOperator(wrong, exchanges, Array.TrueForAll(right[..wrong], told => told == true));
            await AskAsync(lastRight + ((wrong - lastRight) / 2));
        }

        return null;

        async ValueTask AskAsync(int index)
        {
            exchanges++;
            foreach (OperatorTrace trace in await system.AskAsync(input, index, cancellationToken))
                right[trace.Index] = trace.OutputCrc == expected[trace.Index];
        }
    }
}
