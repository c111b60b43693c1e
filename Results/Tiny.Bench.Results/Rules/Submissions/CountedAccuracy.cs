using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Top-1 and AUC, counted over the answers of a run.</summary>
/// <param name="Samples">Files that were answered.</param>
/// <param name="TopOnePercent">Percent, ties of the highest score counted as wrong and as right; null for an anomaly task, whose figure of that name is another.</param>
/// <param name="AucByRank">As the MLCommons runner computes it; null unless there are several classes.</param>
/// <param name="AucByThresholds">As the EEMBC runner computes it.</param>
/// <remarks>A file in several parts has the mean of their answers; before ranks are made a vector is divided by its sum. Source: mlcommons/tiny runner, accuracy.</remarks>
internal sealed record CountedAccuracy(int Samples, (double Low, double High)? TopOnePercent, double? AucByRank, double? AucByThresholds)
{
    private const string Normal = "normal_";
    private const string Anomaly = "anomaly_";

    /// <summary>Counts; null where an answer or a right class is not known.</summary>
    public static CountedAccuracy? Of(ModeResults mode, bool anomalies)
    {
        AnswerSheet sheet = mode.Answers;
        if (sheet.Answers.Count == 0 || sheet.Unreadable.Count > 0 || sheet.Contradictions.Count > 0)
            return null;
        Dictionary<string, int> classes = mode.JsonFile is null ? [] : ClassesOf(RunnerJson.Answers(mode.JsonFile));
        var scores = new List<double[]>();
        var labels = new List<int>();
        foreach (IGrouping<string, PrintedAnswer> file in sheet.Answers.GroupBy(answer => answer.File!, StringComparer.OrdinalIgnoreCase))
        {
            if (!TryFindClass(file.Key, classes, out int label) || MeanOf([.. file]) is not { } mean)
                return null;
            scores.Add(mean);
            labels.Add(label);
        }

        return anomalies ? OfAnomalies(scores, labels) : OfClasses(scores, labels);
    }

    private static CountedAccuracy? OfAnomalies(List<double[]> scores, List<int> labels)
    {
        if (scores.Exists(vector => vector.Length != 1))
            return null;
        double[] errors = [.. scores.Select(vector => vector[0])];
        bool[] positives = [.. labels.Select(label => label == 1)];
        return new CountedAccuracy(scores.Count, null, Auc.Of(errors, positives), Auc101.OfAnomalies(errors, positives));
    }

    private static CountedAccuracy? OfClasses(List<double[]> scores, List<int> labels)
    {
        int width = scores[0].Length;
        if (scores.Exists(vector => vector.Length != width || vector.Sum() == 0) || labels.Exists(label => label >= width))
            return null;
        int high = scores.Where((vector, sample) => vector[labels[sample]] == vector.Max()).Count();
        int low = scores.Where((vector, sample) => vector[labels[sample]] == vector.Max() && vector.Count(value => value == vector.Max()) == 1).Count();
        List<double[]> shares = scores.ConvertAll(vector => Array.ConvertAll(vector, value => value / vector.Sum()));
        return new CountedAccuracy(scores.Count, (100.0 * low / scores.Count, 100.0 * high / scores.Count), ByRank(shares, labels), Auc101.OfClasses(scores, [.. labels]));
    }

    // Of two classes only the second one is ranked; of more, each against the others.
    private static double? ByRank(List<double[]> shares, List<int> labels)
    {
        int width = shares[0].Length;
        double?[] areas =
        [
            .. Enumerable.Range(0, width).Where(label => width > 2 || label == 1)
                .Select(label => Auc.Of([.. shares.Select(vector => vector[label])], [.. labels.Select(sample => sample == label)])),
        ];
        return areas.Length == 0 || Array.Exists(areas, area => area is null) ? null : areas.Average();
    }

    private static double[]? MeanOf(PrintedAnswer[] parts)
    {
        int width = parts[0].Values!.Count;
        return Array.TrueForAll(parts, part => part.Values!.Count == width)
            ? [.. Enumerable.Range(0, width).Select(index => parts.Average(part => part.Values![index]))]
            : null;
    }

    private static Dictionary<string, int> ClassesOf(IReadOnlyList<JsonAnswer> answers)
    {
        var classes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonAnswer answer in answers)
        {
            if (answer.Label is { } label)
                classes[answer.Answer.File!] = label;
        }

        return classes;
    }

    private static bool TryFindClass(string file, Dictionary<string, int> classes, out int label)
    {
        if (classes.TryGetValue(file, out label) || LabelledInput.TryParse(file, out label))
            return true;
        label = file.StartsWith(Anomaly, StringComparison.Ordinal) ? 1 : 0;
        return label == 1 || file.StartsWith(Normal, StringComparison.Ordinal);
    }
}
