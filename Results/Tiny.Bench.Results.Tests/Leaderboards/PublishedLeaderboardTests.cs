namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Facts about six published rounds, known from their own tables.</summary>
public class PublishedLeaderboardTests
{
    [SkippableTheory]
    [InlineData("kws01", 18.561)]
    [InlineData("vww01", 40.801)]
    [InlineData("ic01", 27.711)]
    [InlineData("ad01", 5.252)]
    public void The_least_energy_is_that_of_GAP9_at_650_mV(string task, double microjoules)
    {
        Leaderboard board = Board(task, Measure.Energy);
        LeaderboardRow first = board.Rows[0];
        Assert.Equal((1, "greenwaves-technologies: gap9_650_240", microjoules), (first.Rank, first.SystemName, first.Value));
        Assert.Equal("v1.0", first.Record.Record.Submission!.Round);
        Assert.Equal("Energy per inference (1.8 V class, LPM01A)", board.Title);
    }

    [SkippableFact]
    public void Energies_of_other_supplies_are_set_apart_each_with_its_own()
    {
        Leaderboard board = Board("kws01", Measure.Energy);
        Assert.All(board.Rows, row => Assert.Equal((1.8, "lpm01a"), (row.Record.Record.Energy!.VoltageVolts, row.Record.Record.Energy.Monitor)));
        LeaderboardAside[] others = [.. board.Apart.Where(aside => aside.Record.Record.Energy?.VoltageVolts is not (null or 1.8))];
        Assert.NotEmpty(others);
        Assert.All(others, aside => Assert.StartsWith("It differs in supply and meter: 3 V class", aside.Fact, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Sixteen_latencies_have_a_window_that_is_too_short()
    {
        LeaderboardAside[] tooShort = [.. LeaderboardBuilder.Build(PublishedTable.Read())
            .Where(board => board.Measure == Measure.Latency)
            .SelectMany(board => board.Apart)
            .Where(aside => aside.Fact.Contains("at least 10 s", StringComparison.Ordinal))];
        Assert.Equal(16, tooShort.Length);
        Assert.Contains(tooShort, aside => aside.Fact.Contains("7.352316 s", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Every_published_latency_is_ranked_or_set_apart() =>
        Assert.Equal(365, LeaderboardBuilder.Build(PublishedTable.Read())
            .Where(board => board.Measure == Measure.Latency).Sum(board => board.Rows.Count + board.Apart.Count));

    [SkippableFact]
    public void A_system_of_five_rounds_has_one_row()
    {
        Leaderboard board = Board("kws01", Measure.Energy);
        LeaderboardRow row = Assert.Single(board.Rows, row => row.SystemName == "syntiant: syntiant_9120_0v9_30mhz");
        Assert.Equal("v1.3", row.Record.Record.Submission!.Round);
        Assert.Equal(4, board.Apart.Count(aside => aside.SystemName == row.SystemName && aside.Fact.Contains("superseded by round v1.3", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void The_composite_is_held_against_the_reference_of_the_first_round()
    {
        Leaderboard board = Board("kws01", Measure.Composite);
        Assert.EndsWith("against reference: Nucleo-L4R5ZI of v0.5", board.Title, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(board.Rows, row => row.SystemName == "reference: Nucleo-L4R5ZI").Value, 12);
    }

    [SkippableFact]
    public void The_least_energy_of_keyword_spotting_fell_once()
    {
        var progress = ProgressByRound.Of(PublishedTable.Read())
            .Where(step => step is { Task: "kws01", Division: "closed", Measure: Measure.Energy })
            .Select(step => (step.Round, step.Value))
            .ToArray();
        Assert.Equal([("v0.5", 7373.704), ("v0.7", 35.286), ("v1.0", 18.561), ("v1.1", 31.537), ("v1.2", 31.537), ("v1.3", 31.537)], progress);
    }

    private static Leaderboard Board(string task, Measure measure) =>
        LeaderboardBuilder.Build(PublishedTable.Read()).Single(board => board.Task == task && board.Division == "closed" && board.Measure == measure);
}
