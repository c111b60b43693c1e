using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Leaderboards;

public class LeaderboardBuilderTests
{
    [Fact]
    public void The_fastest_is_first()
    {
        Leaderboard board = Board(Measure.Latency, Published("slow").Latency(300), Published("fast").Latency(100), Published("middle").Latency(200));
        Assert.Equal(["1 S: fast", "2 S: middle", "3 S: slow"], board.Ranking());
        Assert.Equal(("kws01", "closed", RunKind.Published, "Latency", "us", true), (board.Task, board.Division, board.Kind, board.Title, board.Unit, board.LowerIsBetter));
    }

    [Fact]
    public void The_most_accurate_is_first()
    {
        Leaderboard board = Board(Measure.Accuracy, Published("a").Top1(0.85), Published("b").Top1(0.92));
        Assert.Equal(["1 S: b", "2 S: a"], board.Ranking());
        Assert.False(board.LowerIsBetter);
    }

    [Fact]
    public void Windows_that_overlap_share_a_rank()
    {
        Leaderboard board = Board(
            Measure.Latency,
            Published("a").Latency(98, 99, 100, 101, 102), Published("b").Latency(101, 102, 103, 104, 105), Published("c").Latency(106));
        Assert.Equal(["1 S: a", "1 S: b", "3 S: c"], board.Ranking());
        Assert.Equal((100, 98, 102), (board.Rows[0].Value, board.Rows[0].Low, board.Rows[0].High));
    }

    [Fact]
    public void Accuracies_that_samples_cannot_tell_apart_share_a_rank()
    {
        // 95 % Wilson intervals of 901 and 905 of 1000 overlap by far; without the counts nothing is known of the spread.
        Assert.Equal(["1 S: b", "1 S: a"], Board(Measure.Accuracy, Published("a").Top1(0.901, 1000), Published("b").Top1(0.905, 1000)).Ranking());
        Assert.Equal(["1 S: b", "2 S: a"], Board(Measure.Accuracy, Published("a").Top1(0.901), Published("b").Top1(0.905)).Ranking());
    }

    [Fact]
    public void A_share_that_its_samples_cannot_make_has_no_interval()
    {
        // 90.1 % of 200 would be 180.2 samples.
        LeaderboardRow row = Assert.Single(Board(Measure.Accuracy, Published("a").Top1(0.901, 200)).Rows);
        Assert.Equal((0.901, 0.901), (row.Low, row.High));
    }

    [Fact]
    public void Kinds_divisions_and_tasks_have_boards_of_their_own()
    {
        StoredRecord record = Published("a").Latency(100);
        IReadOnlyList<Leaderboard> boards = LeaderboardBuilder.Build(
        [
            record, record.With(r => r with { Kind = RunKind.Measured }), record.With(r => r with { Kind = RunKind.Estimated }),
            record.With(r => r with { Division = "open" }), record.With(r => r with { Division = null }), record.With(r => r with { Task = "ic01" }),
        ]);

        Assert.Equal(
            ["ic01 closed Published", "kws01  Published", "kws01 closed Measured", "kws01 closed Published", "kws01 closed Estimated", "kws01 open Published"],
            boards.Select(board => $"{board.Task} {board.Division} {board.Kind}").ToArray());
        Assert.All(boards, board => Assert.Single(board.Rows));
    }

    [Fact]
    public void An_emulator_has_no_latency() =>
        Assert.DoesNotContain(
            LeaderboardBuilder.Build([Published("a").Latency(100).Top1(0.9).With(r => r with { Kind = RunKind.Simulated })]),
            board => board.Measure is Measure.Latency or Measure.Composite);

    [Fact]
    public void Of_one_round_the_best_record_counts()
    {
        Leaderboard board = Board(Measure.Latency, Published("a", name: "1.json").Latency(100), Published("a", name: "2.json").Latency(90), Published("b").Latency(95));
        Assert.Equal(["1 S: a", "2 S: b"], board.Ranking());
        Assert.Equal("2.json", board.Rows[0].Record.Name);
        Assert.Equal(["S: a: It is superseded by 2.json, the best record of this system in round v1.0."], board.Facts());
    }

    [Fact]
    public void The_newest_round_counts_even_when_it_is_slower()
    {
        Leaderboard board = Board(Measure.Latency, Published("a", "v1.10").Latency(100), Published("a", "v1.9").Latency(50), Published("a", "v0.5").Latency(70));
        Assert.Equal(100, Assert.Single(board.Rows).Value);
        Assert.Equal(2, board.Facts().Count(fact => fact == "S: a: It is superseded by round v1.10 of this system."));
    }

    [Fact]
    public void A_variant_is_a_system_of_its_own()
    {
        StoredRecord variant = Published("a").Latency(90).With(r => r with { Submission = r.Submission! with { Variant = "int8" } });
        Assert.Equal(["1 S: a (int8)", "2 S: a"], Board(Measure.Latency, Published("a").Latency(100), variant with { Name = "v.json" }).Ranking());
    }

    [Fact]
    public void A_quick_run_is_set_apart()
    {
        StoredRecord quick = Published("q").Latency(1).With(r => r with { Performance = r.Performance! with { Quick = true } });
        Leaderboard board = Board(Measure.Latency, Published("a").Latency(100), quick);
        Assert.Equal(["1 S: a"], board.Ranking());
        Assert.Equal(["S: q: Its windows are short on purpose: a quick run."], board.Facts());
        Assert.Equal(1, board.Apart[0].Value);
    }

    [Fact]
    public void A_window_under_ten_seconds_is_named()
    {
        StoredRecord record = Published("short").With(r => r with { Performance = Performance(7.352316, 737, 737, 737, 737, 737) });
        Assert.Equal(["S: short: Window 1 has 7.352316 s; a ranked one has at least 10 s."], Board(Measure.Latency, record).Facts());
    }

    [Fact]
    public void Windows_of_ten_seconds_are_long_enough() =>
        Assert.Single(Board(Measure.Latency, Published("a").With(r => r with { Performance = Performance(10, 5, 5, 5, 5, 5) })).Rows);

    [Fact]
    public void Windows_on_one_input_are_set_apart()
    {
        StoredRecord record = Published("a").Latency(100).With(r => r with { Performance = r.Performance! with { RuleMet = false } });
        Assert.Equal(["S: a: Its 5 windows do not meet the rule: 5, each on an input of its own."], Board(Measure.Latency, record).Facts());
    }

    [Fact]
    public void Windows_whose_inputs_nobody_names_are_ranked()
    {
        StoredRecord record = Published("a").Latency(100).With(r => r with
        {
            Performance = r.Performance! with { RuleMet = false, Windows = [.. r.Performance.Windows.Select(window => window with { Input = null })] },
        });
        Assert.Single(Board(Measure.Latency, record).Rows);
    }

    [Fact]
    public void Windows_of_unknown_length_are_set_apart()
    {
        StoredRecord record = Published("a").Latency(100).With(r => r with { Performance = r.Performance! with { RuleMet = false, Windows = [] } });
        Assert.Equal(["S: a: The length of its windows is not known."], Board(Measure.Latency, record).Facts());
    }

    [Fact]
    public void An_energy_window_under_ten_seconds_is_named()
    {
        StoredRecord record = Published("a").Energy(416).With(r => r with
        {
            Energy = r.Energy! with { Windows = [new EnergyWindowRecord { Inferences = 10, Seconds = 10, Microjoules = 4160 }, new EnergyWindowRecord { Inferences = 10, Seconds = 0.1, Microjoules = 4160 }] },
        });
        Assert.Equal(["S: a: Window 2 has 0.1 s; a ranked one has at least 10 s."], Board(Measure.Energy, record).Facts());
    }

    [Fact]
    public void Energies_that_overlap_share_a_rank()
    {
        StoredRecord spread = Published("a").Energy(100).With(r => r with
        {
            Energy = r.Energy! with { Windows = [new EnergyWindowRecord { Inferences = 10, Seconds = 10, Microjoules = 900 }, new EnergyWindowRecord { Inferences = 10, Seconds = 10, Microjoules = 1100 }] },
        });
        Leaderboard board = Board(Measure.Energy, spread, Published("b").Energy(110), Published("c").Energy(111));
        Assert.Equal(["1 S: a", "1 S: b", "3 S: c"], board.Ranking());
        Assert.Equal((90, 110), (board.Rows[0].Low, board.Rows[0].High));
    }

    [Fact]
    public void Energies_within_their_uncertainty_share_a_rank_whatever_their_windows()
    {
        static StoredRecord With(StoredRecord record, double expanded) => record.With(r => r with
        {
            Energy = r.Energy! with { Uncertainty = new EnergyUncertaintyRecord { ExpandedMicrojoules = expanded, CoverageFactor = 2, Components = [] } },
        });
        Leaderboard board = Board(Measure.Energy, With(Published("a").Energy(100), 6), With(Published("b").Energy(111), 5), With(Published("c").Energy(117), 0.5));
        Assert.Equal(["1 S: a", "1 S: b", "3 S: c"], board.Ranking());
        Assert.Equal((94, 106), (board.Rows[0].Low, board.Rows[0].High));
    }

    [Fact]
    public void A_streaming_task_has_no_windows_to_be_short()
    {
        StoredRecord record = Published("a", task: "sww01").Latency(9000).With(r => r with
        {
            Performance = r.Performance! with { Windows = [], RuleMet = false },
            Energy = new EnergyRecord { Windows = [], PowerMilliwatts = 0.507, VoltageVolts = 1.8, Monitor = "lpm01a" },
            Streaming = new StreamingRecord { TruePositives = 44, FalseNegatives = 6, FalsePositives = 4 },
        });

        Assert.Equal(9000, Assert.Single(Board(Measure.Latency, record).Rows).Value);
        Leaderboard power = Board(Measure.Energy, record), quality = Board(Measure.Accuracy, record);
        Assert.Equal(("mW", 0.507), (power.Unit, power.Rows[0].Value));
        Assert.Equal(("F1", 88.0 / 98), (quality.Title, quality.Rows[0].Value));
    }

    [Fact]
    public void A_system_without_the_figure_is_listed_but_not_its_other_runs()
    {
        StoredRecord accuracy = Measured("accuracy.json", RunMode.Accuracy).Top1(0.9), performance = Measured("performance.json", RunMode.Performance).Latency(100);
        StoredRecord other = Measured("other.json", RunMode.Accuracy).Top1(0.8).With(r => r with { System = new SystemRecord { Board = "B" } });

        Leaderboard board = Board(Measure.Latency, accuracy, performance, other);

        Assert.Equal("performance.json", Assert.Single(board.Rows).Record.Name);
        LeaderboardAside aside = Assert.Single(board.Apart);
        Assert.Equal(("other.json", null, "It has no such figure."), (aside.Record.Name, aside.Value, aside.Fact));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_figure_that_no_run_can_have_is_set_apart(double latency)
    {
        StoredRecord record = Published("odd").Latency(100).With(r => r with { Performance = r.Performance! with { MedianLatencyMicroseconds = latency } });
        Leaderboard board = Board(Measure.Latency, record, Published("a").Latency(100));
        Assert.Equal(["1 S: a"], board.Ranking());
        Assert.Equal(["S: odd: Its figure is one that no run can have."], board.Facts());
    }

    [Fact]
    public void Part_of_a_list_is_no_accuracy_to_rank()
    {
        StoredRecord part = Measured("part.json", RunMode.Accuracy).Top1(0.95, 100);
        Assert.Equal("It ran 100 of the list's 1000 samples.", Assert.Single(Board(Measure.Accuracy, part).Apart).Fact);
    }

    [Fact]
    public void Memory_counts_model_and_arena_together()
    {
        Leaderboard board = Board(Measure.Memory, Published("a").Memory(54_000, 22_000), Published("b").Memory(100_000, 4_000), Published("c").Memory(10, null));
        Assert.Equal(["1 S: a", "2 S: b"], board.Ranking());
        Assert.Equal(76_000, board.Rows[0].Value);
        Assert.Equal("S: c", Assert.Single(board.Apart).SystemName);
    }

    [Fact]
    public void The_order_of_the_records_makes_no_difference()
    {
        StoredRecord[] records = [.. SyntheticRecords.Make(300, seed: 3)];
        string expected = Text(LeaderboardBuilder.Build(records));
        var random = new Random(1);
        for (int round = 0; round < 5; round++)
        {
            random.Shuffle(records);
            Assert.Equal(expected, Text(LeaderboardBuilder.Build(records)));
        }
    }

    private static string Text(IReadOnlyList<Leaderboard> boards) => string.Join('\n', boards.Select(board =>
        $"{board.Task} {board.Division} {board.Kind} {board.Title}\n{string.Join('\n', board.Rows)}\n{string.Join('\n', board.Apart)}"));
}
