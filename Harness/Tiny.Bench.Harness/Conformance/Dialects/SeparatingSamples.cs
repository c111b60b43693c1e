using System.Numerics;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>A small choice of samples that tells apart what the whole list tells apart.</summary>
internal static class SeparatingSamples
{
    /// <summary>Takes, again and again, the sample that separates most of the pairs of rules still together; of several the first.</summary>
    /// <param name="answers">Those of all rules, at most 11, so that a bit for each pair fits 64.</param>
    /// <returns>Files in the order of the taking: the start of it separates most.</returns>
    public static IReadOnlyList<string> Choose(IReadOnlyList<ReferenceAnswers> answers)
    {
        IReadOnlyList<string> files = answers[0].Files;
        ulong[] separated = [.. Enumerable.Range(0, files.Count).Select(sample => Separated(answers, sample))];
        ulong together = separated.Aggregate(0UL, (all, pairs) => all | pairs);
        var chosen = new List<string>();
        while (together != 0)
        {
            int best = 0;
            for (int sample = 1; sample < separated.Length; sample++)
            {
                if (BitOperations.PopCount(separated[sample] & together) > BitOperations.PopCount(separated[best] & together))
                    best = sample;
            }

            chosen.Add(files[best]);
            together &= ~separated[best];
        }

        return chosen;
    }

    private static ulong Separated(IReadOnlyList<ReferenceAnswers> answers, int sample)
    {
        ulong pairs = 0;
        int bit = 0;
        for (int first = 0; first < answers.Count; first++)
        {
            for (int second = first + 1; second < answers.Count; second++, bit++)
            {
                if (!Outputs(first).SequenceEqual(Outputs(second)))
                    pairs |= 1UL << bit;
            }
        }

        return pairs;

        IEnumerable<byte> Outputs(int rule) =>
            Enumerable.Range(0, answers[rule].InputCount(sample)).SelectMany(window => answers[rule].Output(sample, window).ToArray());
    }
}
