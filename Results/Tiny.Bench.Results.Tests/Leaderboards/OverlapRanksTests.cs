namespace Tiny.Bench.Results.Leaderboards;

public class OverlapRanksTests
{
    [Fact]
    public void Intervals_that_lie_apart_have_ranks_of_their_own() =>
        Assert.Equal([1, 2, 3], Ranks(lowerIsBetter: true, (1, 2), (3, 4), (5, 6)));

    [Fact]
    public void Intervals_that_touch_share_a_rank_and_the_next_is_left_out() =>
        Assert.Equal([1, 1, 3], Ranks(lowerIsBetter: true, (1, 2), (2, 3), (4, 5)));

    [Fact]
    public void A_chain_joins_figures_that_do_not_touch() =>
        Assert.Equal([1, 1, 1, 4], Ranks(lowerIsBetter: true, (1, 2), (1.5, 4), (3.5, 5), (5.1, 6)));

    [Fact]
    public void A_wide_interval_reaches_over_a_narrow_one() =>
        Assert.Equal([1, 1, 1], Ranks(lowerIsBetter: true, (1, 10), (2, 3), (9, 9.5)));

    [Fact]
    public void Nothing_is_joined_that_no_chain_reaches()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            (double Low, double High)[] ends = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble() * 100).Select(low => (low, low + (random.NextDouble() * 10)))];
            bool lowerIsBetter = round % 2 == 0;
            Assert.Equal(RanksByDefinition(lowerIsBetter, ends), Ranks(lowerIsBetter, ends));
        }
    }

    [Fact]
    public void Where_more_is_better_the_highest_is_first() =>
        Assert.Equal([3, 1, 1], Ranks(lowerIsBetter: false, (0.1, 0.2), (0.5, 0.7), (0.6, 0.9)));

    [Fact]
    public void Equal_values_without_a_spread_share_a_rank() =>
        Assert.Equal([2, 1, 2], Ranks(lowerIsBetter: true, (5, 5), (4, 4), (5, 5)));

    [Fact]
    public void There_may_be_none() => Assert.Empty(Ranks(lowerIsBetter: true));

    private static int[] Ranks(bool lowerIsBetter, params (double Low, double High)[] ends) =>
        OverlapRanks.Of([.. ends.Select(end => new Figure(end.Low, end.Low, end.High))], lowerIsBetter, BoardOrder.Default);

    // The definition, by brute force: join by touching until nothing changes, then count the figures in better groups.
    private static int[] RanksByDefinition(bool lowerIsBetter, (double Low, double High)[] ends)
    {
        int[] group = [.. Enumerable.Range(0, ends.Length)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int a = 0; a < ends.Length; a++)
            {
                for (int b = 0; b < ends.Length; b++)
                {
                    if (ends[a].Low <= ends[b].High && ends[b].Low <= ends[a].High && group[a] < group[b])
                    {
                        group[b] = group[a];
                        changed = true;
                    }
                }
            }
        }

        return [.. ends.Select((end, own) => 1 + ends.Where((other, index) => group[index] != group[own] && (lowerIsBetter ? other.Low < end.Low : other.Low > end.Low)).Count())];
    }
}
