namespace Tiny.Bench.Results.Analysis;

/// <summary>Whether two classifiers that saw the same inputs differ by more than chance.</summary>
/// <param name="OnlyFirst">Inputs that only the first has right.</param>
/// <param name="OnlySecond">Inputs that only the second has right.</param>
/// <param name="PValue">Chance of a difference as large or larger when both are equally good, 0 to 1; two-sided and exact.</param>
/// <remarks>
/// Inputs that both have right or wrong tell nothing; of the others, equal classifiers win each with chance one half.
/// Source: McNemar 1947; the exact form is the binomial test.
/// </remarks>
public readonly record struct McNemarTest(int OnlyFirst, int OnlySecond, double PValue)
{
    /// <summary>Compares answers to the same inputs in the same order.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static McNemarTest Of(ReadOnlySpan<bool> firstCorrect, ReadOnlySpan<bool> secondCorrect)
    {
        if (firstCorrect.Length != secondCorrect.Length)
            throw new ArgumentException($"There are {firstCorrect.Length} answers and {secondCorrect.Length}; expected the same inputs.", nameof(secondCorrect));
        int first = 0, second = 0;
        for (int index = 0; index < firstCorrect.Length; index++)
        {
            if (firstCorrect[index] && !secondCorrect[index])
                first++;
            else if (secondCorrect[index] && !firstCorrect[index])
                second++;
        }

        return Of(first, second);
    }

    /// <summary>Compares by the counts of inputs that only one has right.</summary>
    public static McNemarTest Of(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        long all = (long)onlyFirst + onlySecond;
        int fewer = Math.Min(onlyFirst, onlySecond);

        // The largest term, C(all, fewer) / 2^all, in logarithms since both overflow; the smaller ones relative to it.
        double logarithm = -all * Math.Log(2);
        for (int index = 1; index <= fewer; index++)
            logarithm += Math.Log((double)(all - fewer + index) / index);
        double sum = 0, term = 1;
        for (int successes = fewer; successes >= 0 && term > 0; successes--)
        {
            sum += term;
            term *= successes / (double)(all - successes + 1);
        }

        return new McNemarTest(onlyFirst, onlySecond, Math.Min(1, 2 * Math.Exp(logarithm) * sum));
    }
}
