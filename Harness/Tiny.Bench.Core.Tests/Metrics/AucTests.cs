namespace Tiny.Bench.Core.Metrics;

public class AucTests
{
    [Fact]
    public void Is_one_when_every_positive_scores_above_every_negative() =>
        Assert.Equal(1.0, Auc.Of([1, 2, 3, 4], [false, false, true, true]));

    [Fact]
    public void Is_zero_when_every_positive_scores_below_every_negative() =>
        Assert.Equal(0.0, Auc.Of([4, 3, 2, 1], [false, false, true, true]));

    [Fact]
    public void Counts_the_pairs_that_are_in_order()
    {
        // Positives 0.35 and 0.8 against negatives 0.1 and 0.4: three of four pairs.
        Assert.Equal(0.75, Auc.Of([0.1, 0.4, 0.35, 0.8], [false, false, true, true]));
    }

    [Fact]
    public void Counts_a_tie_as_half_a_pair()
    {
        // Positive 2 against negatives 2 and 1: half and one; positive 1: none and half.
        Assert.Equal(0.5, Auc.Of([2, 1, 2, 1], [true, true, false, false]));
        Assert.Equal((0.5 + 1) / 2, Auc.Of([2, 2, 1], [true, false, false]));
    }

    [Fact]
    public void Equals_the_pair_count_on_many_tied_scores()
    {
        double[] scores = [.. Enumerable.Range(0, 500).Select(i => (double)(i * 7919 % 41))];
        bool[] positives = [.. Enumerable.Range(0, 500).Select(i => i * 104729 % 7 < 3)];
        double wins = 0;
        int pairs = 0;
        for (int p = 0; p < scores.Length; p++)
        {
            for (int n = 0; n < scores.Length; n++)
            {
                if (!positives[p] || positives[n])
                    continue;
                pairs++;
                wins += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
            }
        }

        Assert.Equal(wins / pairs, Auc.Of(scores, positives));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Does_not_exist_for_one_class_alone(bool positive) => Assert.Null(Auc.Of([1, 2], [positive, positive]));

    [Fact]
    public void Refuses_a_score_that_is_not_a_number() =>
        Assert.Throws<ArgumentException>(() => Auc.Of([1, double.NaN], [true, false]));

    [Fact]
    public void Refuses_classes_for_another_number_of_scores() =>
        Assert.Throws<ArgumentException>(() => Auc.Of([1, 2], [true]));

    [SkippableTheory]
    [InlineData("01")]
    [InlineData("02")]
    [InlineData("03")]
    [InlineData("04")]
    public void Equals_the_published_figure(string machine)
    {
        ToyCarScores scores = ToyCarScores.Read(machine);
        double? auc = Auc.Of(scores.Scores, scores.Anomalies);
        Assert.NotNull(auc);
        Assert.Equal(scores.PublishedAuc, auc.Value, 1e-12);
    }
}
