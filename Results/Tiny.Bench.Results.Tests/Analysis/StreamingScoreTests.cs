using Tiny.Bench.Results.Rules.Trees;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Analysis;

public class StreamingScoreTests
{
    private static readonly (double, double)[] Words = [(10, 11), (20, 21)];

    [Theory]
    [InlineData(new double[] { 500, 11_000 }, "1/1/0")]
    [InlineData(new double[] { 500, 12_400, 12_450 }, "1/1/0")]
    [InlineData(new double[] { 500, 12_600 }, "0/2/1")]
    [InlineData(new double[] { 500, 15_500, 16_500, 16_501 }, "0/2/2")]
    [InlineData(new double[] { 10_000 }, "0/2/0")]
    [InlineData(new double[] { }, "0/2/0")]
    public void Times_count_from_the_first_detection_which_is_no_word(double[] milliseconds, string expected) =>
        Assert.Equal(expected, StreamingScore.Of(Words, milliseconds, StreamingScore.RuleGrace).ToString());

    // Scored by hand from the same files: spec/mlperf-tiny.md, finding 2.
    [SkippableTheory]
    [InlineData("NUCLEO_H7A3ZI_Q", "43/7/24")]
    [InlineData("NUCLEO_L4R5ZI-P", "44/6/4")]
    [InlineData("NUCLEO_U385RG_Q", "43/7/24")]
    [InlineData("NUCLEO_U3C5ZIT6_Q", "39/11/24")]
    [InlineData("NUCLEO_U575ZI_Q", "38/12/28")]
    public void Published_streams_have_another_score_by_the_rules_text(string system, string strict)
    {
        string folder = Official.Published($"rounds/v1.3/closed/STMicroelectronics/results/{system}/sww/performance");
        var stream = Rules.Submissions.RunnerJson.Stream(TreeEntry.OfBytes("results.json", File.ReadAllBytes(Path.Combine(folder, "results.json"))))!.Value;
        Assert.Equal(strict, StreamingScore.Of(stream.Words, stream.Detections, StreamingScore.RuleGrace).ToString());
        Assert.Equal("44/6/4", StreamingScore.Of(stream.Words, stream.Detections, StreamingScore.OfficialGrace).ToString());
    }
}
