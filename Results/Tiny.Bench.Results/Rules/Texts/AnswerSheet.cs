namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>The answers of a run, one for each sample, whatever the order in which they were printed and however often.</summary>
/// <remarks>A sample is its file's name without folder and case, as lists and file systems differ in both, and the part of that file.</remarks>
public sealed class AnswerSheet
{
    private readonly Dictionary<(string, long), PrintedAnswer> _answers = [];
    private readonly Dictionary<(string, long), PrintedAnswer> _contradictions = [];
    private readonly Dictionary<(string, long), PrintedAnswer> _unreadable = [];

    private AnswerSheet()
    {
    }

    /// <summary>Samples with one answer, or several equal ones, in order of their first answer.</summary>
    public IReadOnlyList<PrintedAnswer> Answers { get; private set; } = [];

    /// <summary>The first answer that differs from an earlier one to the same sample, for each such sample.</summary>
    public IReadOnlyCollection<PrintedAnswer> Contradictions => _contradictions.Values;

    /// <summary>Samples whose only answers cannot be read.</summary>
    public IReadOnlyList<PrintedAnswer> Unreadable { get; private set; } = [];

    /// <summary>Samples that were answered again with the same values.</summary>
    public int Repeated { get; private set; }

    /// <summary>Answers before which no sample was loaded.</summary>
    public int WithoutSample { get; private set; }

    /// <summary>Sorts answers by their samples. Those after several inferences count only where a sample has no other.</summary>
    public static AnswerSheet Of(IReadOnlyList<PrintedAnswer> answers)
    {
        var sheet = new AnswerSheet();
        var repeated = new HashSet<(string, long)>();
        HashSet<(string, long)> single = [.. answers.Where(answer => answer is { IsSingle: true, File: not null }).Select(answer => KeyOf(answer.File!, answer.Part))];
        foreach (PrintedAnswer answer in answers)
        {
            if (!answer.IsSingle && answer.File is not null && single.Contains(KeyOf(answer.File, answer.Part)))
                continue;
            if (answer.File is null)
            {
                sheet.WithoutSample++;
                continue;
            }

            (string, long) sample = KeyOf(answer.File, answer.Part);
            if (answer.Values is null)
                sheet._unreadable.TryAdd(sample, answer);
            else if (sheet._answers.TryAdd(sample, answer))
                continue;
            else if (sheet._answers[sample].Values!.SequenceEqual(answer.Values))
                repeated.Add(sample);
            else
                sheet._contradictions.TryAdd(sample, answer);
        }

        sheet.Repeated = repeated.Count;
        sheet.Answers = [.. sheet._answers.Where(pair => !sheet._contradictions.ContainsKey(pair.Key)).Select(pair => pair.Value)];
        sheet.Unreadable = [.. sheet._unreadable.Where(pair => !sheet._answers.ContainsKey(pair.Key)).Select(pair => pair.Value)];
        return sheet;
    }

    /// <summary>Whether a sample has an answer, readable and agreed or not.</summary>
    public bool Has(string file, long part) => _answers.ContainsKey(KeyOf(file, part)) || _unreadable.ContainsKey(KeyOf(file, part));

    /// <summary>The agreed answer to a sample; null when there is none.</summary>
    public PrintedAnswer? Find(string file, long part) =>
        _contradictions.ContainsKey(KeyOf(file, part)) ? null : _answers.GetValueOrDefault(KeyOf(file, part));

    private static (string, long) KeyOf(string file, long part) => (file.ToUpperInvariant(), part);
}
