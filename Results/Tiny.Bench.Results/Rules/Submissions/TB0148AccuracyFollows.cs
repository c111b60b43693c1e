using System.Globalization;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>Anyone can count again.</summary>
internal sealed class TB0148AccuracyFollows : ISubmissionRule
{
    public string Id => "TB0148";

    public string Title => "Top-1 and AUC are those of the printed answers.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "runner, accuracy: AUC by rank (MLCommons), on 101 thresholds (EEMBC); either is accepted";

    public bool Official => false;

    public string Passing => "Top 1% = 90.2 over 902 right answers of 1000";

    public string Failing => "Top 1% = 92.0 over the same answers";

    // Both runners print top-1 with one decimal.
    private const double Percent = 0.051;

    // EEMBC's runner prints two decimals of the AUC, MLCommons' three; a little more than half a unit of the last one.
    private const double TwoDecimals = 0.0051;
    private const double ThreeDecimals = 0.00051;

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TaskResults task in tree.Tasks.Where(task => task.Task is { IsStreaming: false } && task.Accuracy is not null))
        {
            ModeResults mode = task.Accuracy!;
            if (CountedAccuracy.Of(mode, task.Task!.MeasuresAuc) is not { } counted)
                continue;
            foreach ((TreeEntry? file, double? topOne, double? auc) in new[]
            {
                (mode.ResultsFile, mode.Results?.TopOnePercent, mode.Results?.Auc),
                (mode.LogFile, mode.Log?.TopOnePercent, mode.Log?.Auc),
            })
            {
                if (topOne is { } percent && counted.TopOnePercent is { } right && (percent < right.Low - Percent || percent > right.High + Percent))
                    yield return this.Broken(file!.Path, string.Create(CultureInfo.InvariantCulture, $"says top-1 {percent} %; the {counted.Samples} answers give {right.High:0.0} %"));
                if (auc is { } printed && counted.AucByRank is { } rank && counted.AucByThresholds is { } thresholds && !IsPrinted(rank, printed) && !IsPrinted(thresholds, printed))
                    yield return this.Broken(file!.Path, string.Create(CultureInfo.InvariantCulture, $"says AUC {printed}; the {counted.Samples} answers give {rank:0.0000} by rank and {thresholds:0.0000} on 101 thresholds"));
            }
        }
    }

    private static bool IsPrinted(double area, double printed) => Math.Abs(area - printed) <= (Math.Round(printed, 2) == printed ? TwoDecimals : ThreeDecimals);
}
