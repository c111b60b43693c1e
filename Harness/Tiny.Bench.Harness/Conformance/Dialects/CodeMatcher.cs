namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Holds codes against the answers of one rule.</summary>
/// <param name="describe">Words for a difference, from the answer's place in the evidence, the element and the code that the rule gives there.</param>
internal sealed class CodeMatcher(Func<int, int, int, DialectDifference> describe)
{
    /// <summary>Compares all samples, each as long as an output.</summary>
    public RuleMatch Match(ReferenceAnswers answers, IReadOnlyList<CodedSample> samples)
    {
        var match = new RuleMatch(answers.Rule);
        for (int index = 0; index < samples.Count; index++)
            Compare(answers, index, samples[index], match);
        return match;
    }

    private void Compare(ReferenceAnswers answers, int index, CodedSample sample, RuleMatch match)
    {
        ReadOnlySpan<byte> expected = answers.Output(sample.Position, sample.Input.Window);
        int first = -1, topExpected = 0, topGot = 0;
        for (int element = 0; element < expected.Length; element++)
        {
            int code = (sbyte)expected[element];
            if (sample.Codes[element] != code && first < 0)
                first = element;
            if (sample.Nearest[element] is { } nearest)
                match.LargestDifference = Math.Max(match.LargestDifference, Math.Abs(nearest - code));
            if (code > (sbyte)expected[topExpected])
                topExpected = element;
            if (sample.Nearest[element] > (sample.Nearest[topGot] ?? int.MinValue))
                topGot = element;
        }

        if (first < 0)
            match.Matching++;
        else
            match.First ??= describe(index, first, (sbyte)expected[first]);
        if (topExpected != topGot)
            match.Top1Changes++;
    }
}
