using System.Globalization;
using Tiny.Bench.Results.Records;
using static Tiny.Bench.Results.Leaderboards.TestRecord;

namespace Tiny.Bench.Results.Leaderboards;

public class LeaderboardCsvTests
{
    private static readonly StoredRecord[] Records =
    [
        Published("a").Latency(1000.5, 1001, 1001.5, 1002, 1002.5), Published("b, \"fast\"", name: "b.json").Latency(900.25),
        Published("c").Top1(0.905, 1000), Published("ü").Latency(1).With(r => r with { Performance = r.Performance! with { Quick = true } }),
    ];

    [Fact]
    public void Writes_the_approved_table() => Assert.Equal(Expected, Text());

    [Fact]
    public void Writes_the_same_in_a_culture_with_other_numbers()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(Expected, Text());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Expected => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Leaderboards", "Leaderboards.approved.csv"));

    private static string Text()
    {
        var output = new StringWriter();
        LeaderboardCsv.Write(output, LeaderboardBuilder.Build(Records));
        return output.ToString();
    }
}
