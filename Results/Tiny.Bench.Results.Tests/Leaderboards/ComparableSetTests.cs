using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Leaderboards;

public class ComparableSetTests
{
    [Fact]
    public void The_supply_that_most_have_is_ranked_and_named()
    {
        Leaderboard board = Board(
            Measure.Energy, Published("a").Energy(10), Published("b").Energy(20, volts: 1.79), Published("c").Energy(1, volts: 3.0), Published("d").Energy(2, volts: 3.3));
        Assert.Equal("Energy per inference (1.8 V class, LPM01A)", board.Title);
        Assert.Equal(["1 S: a", "2 S: b"], board.Ranking());
        Assert.Equal(
            [
                "S: c: It differs in supply and meter: 3 V class, LPM01A; the others have 1.8 V class, LPM01A.",
                "S: d: It differs in supply and meter: 3 V class, LPM01A; the others have 1.8 V class, LPM01A.",
            ],
            board.Facts());
    }

    [Fact]
    public void Among_sets_of_one_size_the_first_by_name_is_ranked()
    {
        Leaderboard board = Board(Measure.Energy, Published("a").Energy(10, volts: 3), Published("b").Energy(20, volts: 1.8));
        Assert.Equal(["1 S: b"], board.Ranking());
    }

    [Fact]
    public void An_unknown_meter_fits_no_known_one()
    {
        Leaderboard board = Board(
            Measure.Energy,
            Published("a").Energy(10), Published("a2").Energy(11), Published("b").Energy(1, null, null), Published("c").Energy(1, null, null), Published("d").Energy(1, monitor: "js110"));
        Assert.Equal(["1 S: a", "2 S: a2"], board.Ranking());
        Assert.Equal(
            [
                "S: b: It differs in supply and meter: not known; the others have 1.8 V class, LPM01A.",
                "S: c: It differs in supply and meter: not known; the others have 1.8 V class, LPM01A.",
                "S: d: It differs in supply and meter: 1.8 V class, Joulescope; the others have 1.8 V class, LPM01A.",
            ],
            board.Facts());
    }

    [Fact]
    public void Where_no_meter_is_known_all_are_ranked()
    {
        Leaderboard board = Board(Measure.Energy, Published("a").Energy(10, null, null), Published("b").Energy(20, null, null));
        Assert.Equal(["1 S: a", "2 S: b"], board.Ranking());
        Assert.Equal("Energy per inference", board.Title);
    }

    [Fact]
    public void Another_list_is_set_apart_and_an_unknown_one_is_not()
    {
        StoredRecord first = Measured("1.json", RunMode.Accuracy).Top1(0.9, 1000), second = first.On("B") with { Name = "2.json" };
        StoredRecord other = first.On("C").With(r => r with { Data = r.Data! with { Name = "starter", Official = false, Sha256 = "00", Samples = 60 } });
        StoredRecord unknown = first.On("D").With(r => r with { Data = null });

        Leaderboard board = Board(Measure.Accuracy, first, second, other with { Name = "3.json" }, unknown with { Name = "4.json" });

        Assert.Equal(["1.json", "2.json", "4.json"], board.Rows.Select(row => row.Record.Name).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(
            "It differs in data list: starter (not official, sha256 00); the others have official-1000 (official, sha256 6cb3709762d53fe6).",
            Assert.Single(board.Apart).Fact);
    }

    [Fact]
    public void Two_dialects_are_not_ranked_together_where_both_are_known()
    {
        StoredRecord exact = Measured("1.json", RunMode.Performance).Latency(100).With(r => r with { Dialect = "double-rounding" });
        StoredRecord loose = exact.With(r => r with { Dialect = "single-rounding" }) with { Name = "2.json" };
        StoredRecord unknown = exact.On("B").With(r => r with { Dialect = null }) with { Name = "3.json" };

        Leaderboard board = Board(Measure.Latency, exact, loose, unknown);

        Assert.Equal(["1.json", "3.json"], board.Rows.Select(row => row.Record.Name).Order(StringComparer.Ordinal).ToArray());
        Assert.Contains("dialect: single-rounding", Assert.Single(board.Apart).Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closed", 1)]
    [InlineData(null, 1)]
    [InlineData("open", 2)]
    public void Models_differ_only_in_the_open_division(string? division, int ranked)
    {
        StoredRecord first = Measured("1.json", RunMode.Performance).Latency(100).With(r => r with { Division = division });
        StoredRecord second = first.On("B").With(r => r with { Model = new ModelRecord { File = "own.tflite", Sha256 = "ff" } }) with { Name = "2.json" };
        Assert.Equal(ranked, Board(Measure.Latency, first, second).Rows.Count);
    }

    [Fact]
    public void A_system_falls_back_to_its_newest_comparable_round()
    {
        Leaderboard board = Board(
            Measure.Energy, Published("a", "v1.2").Energy(10), Published("a", "v1.3").Energy(1, monitor: null), Published("b", "v1.2").Energy(20));
        Assert.Equal(["1 S: a", "2 S: b"], board.Ranking());
        Assert.Equal(10, board.Rows[0].Value);
        Assert.Contains("1.8 V class, unknown meter", Assert.Single(board.Apart).Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.8, "1.8 V class")]
    [InlineData(1.6, "1.8 V class")]
    [InlineData(1.0, "1.0 V")]
    [InlineData(3.0, "3 V class")]
    [InlineData(3.3, "3 V class")]
    [InlineData(4.948, "5 V class")]
    [InlineData(6.94, "6.9 V")]
    [InlineData(null, null)]
    public void A_supply_belongs_to_the_class_of_its_rail(double? volts, string? expected) => Assert.Equal(expected, ComparabilityFact.SupplyClass(volts));

    [Theory]
    [InlineData("lpm01a", "LPM01A")]
    [InlineData("js110", "Joulescope")]
    [InlineData(" JS220", "Joulescope")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_meter_belongs_to_the_class_of_its_family(string? monitor, string? expected) => Assert.Equal(expected, ComparabilityFact.MeterClass(monitor));
}
