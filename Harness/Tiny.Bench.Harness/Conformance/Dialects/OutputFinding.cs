using System.Globalization;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Judges whole outputs against the answers of every rule.</summary>
internal static class OutputFinding
{
    /// <summary>Draws the verdict.</summary>
    /// <param name="answers">Those of all rules, for int8 outputs.</param>
    /// <param name="evidence">The outputs.</param>
    public static DialectVerdict Judge(IReadOnlyList<ReferenceAnswers> answers, OutputEvidence evidence)
    {
        ReferenceAnswers any = answers[0];
        Dictionary<string, int> positions = any.Files.Index().ToDictionary(file => file.Item, file => file.Index, StringComparer.Ordinal);
        var scope = new EvidenceScope<OutputSample>(KnownInputs(any), evidence.Asked, evidence.Samples, sample => sample.Input);
        var samples = new List<CodedSample>();
        foreach ((EvidenceInput input, OutputSample sample) in scope.Found)
        {
            if (sample.Output.Length != any.OutputBytes)
            {
                scope.AddFault(EvidenceFaultKind.WrongLength, input, $"has {sample.Output.Length} bytes; expected {any.OutputBytes}");
                continue;
            }

            int?[] codes = Array.ConvertAll(sample.Output.ToArray(), value => (int?)(sbyte)value);
            samples.Add(new CodedSample(input, positions[input.File], codes, codes));
        }

        var matcher = new CodeMatcher((index, element, code) => new DialectDifference
        {
            Input = samples[index].Input,
            Element = element,
            Expected = code.ToString(CultureInfo.InvariantCulture),
            Got = samples[index].Codes[element]!.Value.ToString(CultureInfo.InvariantCulture),
        });
        return DialectVerdict.Of([.. answers.Select(one => matcher.Match(one, samples))], scope.Count, scope.Faults, printing: null);
    }

    private static IReadOnlyList<EvidenceInput> KnownInputs(ReferenceAnswers answers) =>
        [.. answers.Files.Index().SelectMany(file => Enumerable.Range(0, answers.InputCount(file.Index)).Select(window => new EvidenceInput(file.Item, window)))];
}
