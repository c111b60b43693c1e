using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Analysis;

public class Auc101Tests
{
    [SkippableTheory]
    [InlineData("v0.5/closed/reference/results/Nucleo-L4R5ZI")]
    [InlineData("v1.2/closed/Renesas/results/EK-RA8D1")]
    public void Equals_what_the_official_runner_printed(string system)
    {
        var log = PublishedAccuracyLog.Read($"rounds/{system}/kws/accuracy/log.txt", "kws01");
        Assert.Contains("AUC: 0.99", File.ReadAllText(Official.Published($"rounds/{system}/kws/accuracy/results.txt")), StringComparison.Ordinal);
        Assert.Equal(0.99, Math.Round(Auc101.OfClasses(log.Scores, log.Classes)!.Value, 2));
    }

    [SkippableFact]
    public void Is_lower_than_by_rank_on_the_log_of_the_reference()
    {
        var log = PublishedAccuracyLog.Read("logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", "kws01");
        Assert.Equal(1000, log.Scores.Count);
        Assert.Equal(0.9931, Auc101.OfClasses(log.Scores, log.Classes)!.Value, 0.00005);

        double byRank = Enumerable.Range(0, 12).Average(label => Auc.Of(
            [.. log.Scores.Select(vector => vector[label])],
            [.. log.Classes.Select(index => index == label)])!.Value);
        Assert.Equal(0.9953, byRank, 0.00005);
    }

    [Fact]
    public void A_score_equal_to_the_threshold_is_negative()
    {
        // Class 1: negative 0.50, positive 0.505; at 0.50 only the positive is above: area 1. Class 0 tells nothing: area 1/2.
        Assert.Equal(0.75, Auc101.OfClasses([[0, 0.5], [0, 0.505]], [0, 1]));

        // Negative 0.501 and positive 0.505 fall together: the straight line from (1, 1) to (0, 0).
        Assert.Equal(0.5, Auc101.OfClasses([[0, 0.501], [0, 0.505]], [0, 1]));
    }

    [Fact]
    public void The_lowest_threshold_counts_as_everything()
    {
        // At 0.00 the positive of class 1 alone is above; that point (0, 1) is replaced by (1, 1), and at 0.01 nothing is above.
        Assert.Equal(0.5, Auc101.OfClasses([[0, 0], [0, 0.005]], [0, 1]));
    }

    [Fact]
    public void Anomaly_scores_are_cut_between_the_lowest_and_the_highest()
    {
        // Steps of 1 from 0 to 100. Above 10 are both anomalies and the negative 50, above 50 the anomalies, above 100 none.
        // Points (1,1) (1/2,1) (0,1) (0,1/2) (0,0): the whole square.
        Assert.Equal(1.0, Auc101.OfAnomalies([0, 50, 60, 100], [false, false, true, true]));

        // Anomaly 10 among negatives 0 and 50: (1,1) (1/2,1) (1/2,0) (0,0) by rank 1/2, and the same here.
        Assert.Equal(0.5, Auc101.OfAnomalies([0, 50, 10], [false, false, true]));
    }

    [Fact]
    public void Anomaly_scores_that_are_all_equal_tell_nothing() => Assert.Equal(0.5, Auc101.OfAnomalies([3, 3, 3], [true, false, false]));

    [Fact]
    public void Does_not_exist_for_one_class_alone()
    {
        Assert.Null(Auc101.OfClasses([[0.1, 0.9]], [1]));
        Assert.Null(Auc101.OfClasses([], []));
        Assert.Null(Auc101.OfAnomalies([], []));
        Assert.Null(Auc101.OfAnomalies([1, 2], [true, true]));
    }

    [Fact]
    public void Refuses_what_has_no_meaning()
    {
        Assert.Throws<ArgumentException>(() => Auc101.OfClasses([[0.1, 0.9]], [2]));
        Assert.Throws<ArgumentException>(() => Auc101.OfClasses([[0.1, 0.9]], [-1]));
        Assert.Throws<ArgumentException>(() => Auc101.OfClasses([[0.1, 0.9], [1]], [0, 0]));
        Assert.Throws<ArgumentException>(() => Auc101.OfClasses([[0.1, double.NaN], [0, 1]], [0, 1]));
        Assert.Throws<ArgumentException>(() => Auc101.OfAnomalies([1, 2], [true]));
    }
}
