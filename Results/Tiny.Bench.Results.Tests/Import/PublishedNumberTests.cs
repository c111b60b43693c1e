using System.Globalization;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

public sealed class PublishedNumberTests
{
    [Theory]
    [InlineData(4797.19, "4797.19")]
    [InlineData(13541.002, "13541")]
    [InlineData(5, "5")]
    [InlineData(5211.445, "5211.44")]
    [InlineData(0.0174617123, "0.0174617")]
    [InlineData(999999.5, "1e+06")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(10436.25, "10436.2")]
    [InlineData(10436.75, "10436.8")]
    [InlineData(-2.5, "-2.5")]
    public void Six_digits_like_the_percent_g_of_c(double value, string text) => Assert.Equal(text, PublishedNumber.General(value));

    [Theory]
    [InlineData(12, "12.0")]
    [InlineData(29207.01, "29207.01")]
    [InlineData(0.9, "0.9")]
    public void An_exact_figure_has_a_decimal(double value, string text) => Assert.Equal(text, PublishedNumber.Exact(value));

    [Theory]
    [InlineData(0.901, "90.1")]
    [InlineData(0.87, "87.0")]
    public void A_share_is_printed_as_percent(double share, string text) => Assert.Equal(text, PublishedNumber.Percent(share));

    [SkippableFact]
    public void Every_number_of_the_published_table_is_written_as_it_stands()
    {
        using var text = new StreamReader(Official.Published("published.csv"));
        IReadOnlyList<PublishedRow> rows = PublishedTable.Read(text);

        Assert.Equal(365, rows.Count);
        Assert.All(rows, row =>
        {
            AssertSame(row.LatencyMilliseconds, PublishedNumber.General);
            AssertSame(row.InferencesPerSecond, PublishedNumber.General);
            AssertSame(row.EnergyModeInferencesPerSecond, PublishedNumber.General);
            AssertSame(row.ShortestWindowSeconds, PublishedNumber.Exact);
            AssertSame(row.EnergyMicrojoules, PublishedNumber.Exact);
            AssertSame(row.PowerMilliwatts, PublishedNumber.Exact);
            AssertSame(row.Auc, PublishedNumber.Exact);
            AssertSame(row.DutyCycle, PublishedNumber.Exact);
            AssertSame(row.TopOne, value => PublishedNumber.Percent(value / 100));
            AssertSame(row.PrecisionRecall, value => PublishedNumber.Percent(value / 100));
        });
    }

    private static void AssertSame(string text, Func<double, string> format)
    {
        if (text.Length > 0)
            Assert.Equal(text, format(double.Parse(text, CultureInfo.InvariantCulture)));
    }
}
