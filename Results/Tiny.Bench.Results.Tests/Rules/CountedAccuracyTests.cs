using Tiny.Bench.Results.Rules.Submissions;
using Tiny.Bench.Results.Rules.Trees;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Rules;

public class CountedAccuracyTests
{
    private const string Kws = "closed/Acme/results/Board-1/kws/accuracy/";

    // Four words; the third is taken for the first, and of a tie nobody knows which class a runner takes.
    private const string Log = """
        Loading file tst_0_Down_0.bin segment 0
        m-results-[0.8,0.2]
        Loading file tst_1_Go_1.bin segment 0
        m-results-[0.1,0.9]
        Loading file tst_2_Go_1.bin segment 0
        m-results-[0.6,0.4]
        Loading file tst_3_Down_0.bin segment 0
        m-results-[0.5,0.5]
        """;

    [Theory]
    [InlineData("Top 1% = 75.0\nAUC = 0.75", 0)]
    [InlineData("Top-1: 75.0%", 0)]
    [InlineData("Top-1: 50.0%", 0)]
    [InlineData("Top-1: 49.9%", 1)]
    [InlineData("Top 1% = 100.0", 1)]
    [InlineData("Top 1% = 75.0\nAUC = 0.80", 1)]
    [InlineData("Top 1% = 75.1\nAUC = 0.74", 2)]
    public void The_printed_figures_must_be_those_of_the_answers(string results, int broken)
    {
        var tree = SubmissionTree.Of(
        [
            TreeEntry.OfFolder(Kws.TrimEnd('/')), TreeEntry.OfBytes($"{Kws}log.txt", System.Text.Encoding.UTF8.GetBytes(Log)),
            TreeEntry.OfBytes($"{Kws}results.txt", System.Text.Encoding.UTF8.GetBytes(results)),
        ]);
        Assert.Equal(broken, new TB0148AccuracyFollows().Check(tree).Count());
    }

    [SkippableTheory]
    [InlineData("v0.5", 90.1)]
    [InlineData("v1.2", 90.1)]
    [InlineData("v1.3", 90.2)]
    public void Published_answers_give_the_published_top_1_and_AUC(string round, double topOne)
    {
        var tree = SubmissionTree.Read(Official.Published($"rounds/{round}"));
        CountedAccuracy[] counted = [.. tree.Tasks.Where(task => task.Name is "kws" && task.Accuracy is not null).Select(task => CountedAccuracy.Of(task.Accuracy!, anomalies: false)!)];
        Assert.NotEmpty(counted);
        Assert.All(counted, accuracy => Assert.Equal(1000, accuracy.Samples));
        Assert.All(counted, accuracy => Assert.InRange(topOne, accuracy.TopOnePercent!.Value.Low, accuracy.TopOnePercent.Value.High));
        Assert.All(counted, accuracy => Assert.InRange(accuracy.TopOnePercent!.Value.High - accuracy.TopOnePercent.Value.Low, 0, 0.4));
        Assert.All(counted, accuracy => Assert.Equal((0.995, 0.993), (Math.Round(accuracy.AucByRank!.Value, 3), Math.Round(accuracy.AucByThresholds!.Value, 3))));
        Assert.Empty(new TB0148AccuracyFollows().Check(tree));
    }
}
