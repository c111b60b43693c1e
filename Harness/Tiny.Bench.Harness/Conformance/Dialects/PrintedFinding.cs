namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Judges printed results against the answers of every rule.</summary>
internal sealed class PrintedFinding
{
    private static readonly PrintedForm[] Forms = Enum.GetValues<PrintedForm>();

    private readonly IReadOnlyList<ReferenceAnswers> _answers;
    private readonly EvidenceScope<PrintedSample> _scope;
    private readonly List<(EvidenceInput Input, PrintedSample Sample)> _whole = [];
    private readonly Dictionary<string, int> _positions;
    private readonly int _digits;

    private PrintedFinding(IReadOnlyList<ReferenceAnswers> answers, PrintedEvidence evidence)
    {
        _answers = answers;
        _digits = evidence.Digits;
        IReadOnlyList<string> files = answers[0].Files;
        _positions = files.Index().ToDictionary(file => file.Item, file => file.Index, StringComparer.Ordinal);
        _scope = new EvidenceScope<PrintedSample>(
            [.. files.Select(file => new EvidenceInput(file))],
            evidence.Asked is { } asked ? [.. asked.Select(file => new EvidenceInput(file))] : null,
            evidence.Samples,
            sample => new EvidenceInput(sample.File));
    }

    /// <summary>Draws the verdict.</summary>
    /// <param name="answers">Those of all rules, for outputs of softmax codes with one input a sample.</param>
    /// <param name="evidence">What was printed.</param>
    public static DialectVerdict Judge(IReadOnlyList<ReferenceAnswers> answers, PrintedEvidence evidence) => new PrintedFinding(answers, evidence).Judge();

    private DialectVerdict Judge()
    {
        int length = _answers[0].OutputBytes;
        foreach ((EvidenceInput input, PrintedSample sample) in _scope.Found)
        {
            if (sample.Values.Count == length)
                _whole.Add((input, sample));
            else
                _scope.AddFault(EvidenceFaultKind.WrongLength, input, $"has {sample.Values.Count} values; expected {length}");
        }

        // The form that explains most; where two explain as much, as when no rule fits at all, the one that reads most.
        (PrintedForm form, IReadOnlyList<RuleMatch> matches) = Forms
            .Select(candidate => (Form: candidate, Matches: Match(candidate)))
            .OrderByDescending(candidate => candidate.Matches.Max(match => match.Matching))
            .ThenByDescending(candidate => CountReadable(candidate.Form))
            .First();
        AddUnreadable(form);
        return DialectVerdict.Of(matches, _scope.Count, _scope.Faults, OnlyMode());
    }

    private IReadOnlyList<RuleMatch> Match(PrintedForm form)
    {
        CodedSample[] samples =
        [
            .. _whole.Select(answer => new CodedSample(
                answer.Input,
                _positions[answer.Input.File],
                [.. answer.Sample.Values.Select(value => form.Read(value, _digits))],
                [.. answer.Sample.Values.Select(value => form.NearestCode(value))])),
        ];
        var matcher = new CodeMatcher((index, element, code) => new DialectDifference
        {
            Input = _whole[index].Input,
            Element = element,
            Expected = form.Text(form.Print(code, _digits), _digits),
            Got = form.Text(_whole[index].Sample.Values[element], _digits),
        });
        return [.. _answers.Select(answers => matcher.Match(answers, samples))];
    }

    private void AddUnreadable(PrintedForm form)
    {
        bool mixed = false;
        foreach ((EvidenceInput input, PrintedSample sample) in _whole)
        {
            foreach (double value in sample.Values.Where(value => form.Read(value, _digits) is null))
            {
                string text = form.Text(value, _digits);
                if (Forms.All(other => other.Read(value, _digits) is null))
                {
                    _scope.AddFault(EvidenceFaultKind.NoCode, input, $"has the value {text}, which no code prints");
                    break;
                }

                if (!mixed)
                    _scope.AddFault(EvidenceFaultKind.MixedPrinting, input, $"has the value {text}, which is printed in another way than others");
                mixed = true;
            }
        }
    }

    private PrintingMode? OnlyMode()
    {
        PrintingMode[] modes = [.. Forms.Where(ReadsAll).Select(form => form.Mode()).Distinct()];
        return modes is [var only] ? only : null;
    }

    private bool ReadsAll(PrintedForm form) => _whole.Count > 0 && _whole.All(answer => answer.Sample.Values.All(value => form.Read(value, _digits) is not null));

    private int CountReadable(PrintedForm form) => _whole.Sum(answer => answer.Sample.Values.Count(value => form.Read(value, _digits) is not null));
}
