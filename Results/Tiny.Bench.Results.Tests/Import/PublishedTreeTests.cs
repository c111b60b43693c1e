using System.Globalization;
using System.Text;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>Every row of the published table comes back from a tree of its layout, cell by cell.</summary>
public sealed class PublishedTreeTests
{
    // The table keeps six digits of the throughput from which a latency is computed.
    private const double LostDigits = 1e-5;

    [SkippableTheory]
    [InlineData("v0.5", 19)]
    [InlineData("v0.7", 59)]
    [InlineData("v1.0", 60)]
    [InlineData("v1.1", 111)]
    [InlineData("v1.2", 73)]
    [InlineData("v1.3", 43)]
    public void A_round_comes_back_from_its_layout(string round, int rows)
    {
        using var text = new StreamReader(Official.Published("published.csv"));
        Dictionary<string, PublishedRow> published = PublishedTable.Read(text).Where(row => row.Round == round).ToDictionary(KeyOf, StringComparer.Ordinal);
        using var folder = new TemporaryFolder();
        var tree = new PublishedTree(folder);
        foreach (PublishedRow row in published.Values)
            tree.Write(row, DescribedVoltage(published.Values.Where(other => other.SystemSource == row.SystemSource)));

        ImportResult import = SubmissionImporter.Import(folder.Path, round: null);

        var differences = new StringBuilder();
        foreach (PublishedRow row in import.Records.Select(PublishedRow.Of))
            Compare(published[KeyOf(row)], row, differences);
        Assert.True(differences.Length == 0, differences.ToString());
        Assert.Equal((rows, rows), (published.Count, import.Records.Count));
        Assert.Empty(import.Problems);
    }

    private static void Compare(PublishedRow published, PublishedRow imported, StringBuilder differences)
    {
        // v0.5 has logs in place of accuracy reports, and the table's notes are its maker's.
        bool scored = published.AccuracySource.EndsWith("results.txt", StringComparison.Ordinal);
        PublishedRow expected = published with
        {
            Notes = imported.Notes,
            LatencyMilliseconds = IsNear(published.LatencyMilliseconds, imported.LatencyMilliseconds) ? imported.LatencyMilliseconds : published.LatencyMilliseconds,
            AccuracySource = scored ? published.AccuracySource : "",
            TopOne = scored ? published.TopOne : "",
        };
        if (imported != expected)
            differences.AppendLine(CultureInfo.InvariantCulture, $"published {expected}\nimported  {imported}");
    }

    private static bool IsNear(string one, string other) => one == other || (one.Length > 0 && other.Length > 0
        && Math.Abs(double.Parse(one, CultureInfo.InvariantCulture) / double.Parse(other, CultureInfo.InvariantCulture) - 1) < LostDigits);

    private static string DescribedVoltage(IEnumerable<PublishedRow> rows) =>
        rows.Select(row => row.Voltage).FirstOrDefault(voltage => voltage.EndsWith(')'), "").Split(' ')[0];

    private static string KeyOf(PublishedRow row) => string.Join(' ', row.Division, row.Submitter, row.System, row.Task, row.Variant);
}
