using System.Globalization;
using System.Text;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Pages;

public class PageWriterTests
{
    private const string Evil = "<script>alert(1)</script>\"'&\u202e../../etc/passwd\0";

    [SkippableFact]
    public void Six_rounds_make_a_site_under_two_megabytes()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<StoredRecord> records = PublishedRecords.Read();
        PageSummary summary = PageWriter.Write(folder.Path, records, LeaderboardBuilder.Build(records), []);
        Assert.Equal(365, Directory.GetFiles(folder["records"]).Length);
        Assert.Equal(5, Directory.GetFiles(folder["tasks"]).Length);
        Assert.Equal(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), summary.Bytes);
        Assert.InRange(summary.Bytes, 500_000, 2_000_000);
    }

    [SkippableFact]
    public void Writes_the_same_bytes_again_from_records_in_another_order_and_in_every_culture()
    {
        IReadOnlyList<StoredRecord> records = PublishedRecords.Read();
        string expected = Site(records);
        var random = new Random(1);
        Assert.Equal(expected, Site([.. records.OrderBy(_ => random.Next())]));
        foreach (CultureInfo culture in OtherCultures.All)
            Assert.Equal(expected, OtherCultures.Run(culture, () => Site(records)));
    }

    [SkippableFact]
    public void Every_link_leads_to_a_file_of_the_site()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<StoredRecord> records = PublishedRecords.Read();
        PageWriter.Write(folder.Path, records, LeaderboardBuilder.Build(records), []);
        int links = 0;
        foreach (string page in Directory.GetFiles(folder.Path, "*.html", SearchOption.AllDirectories))
        {
            foreach (string link in Links(File.ReadAllText(page)).Where(link => link != "data:,").Distinct(StringComparer.Ordinal))
            {
                string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link));
                Assert.True(target.StartsWith(folder.Path, StringComparison.Ordinal) && File.Exists(target), $"{page}: {link}");
                links++;
            }
        }

        Assert.InRange(links, 1000, 100_000);
    }

    [Fact]
    public void Nothing_from_outside_becomes_markup_or_a_path()
    {
        using var folder = new TemporaryFolder();
        StoredRecord[] records = [.. new[] { Evil, "../../x", "..\\x", "con", "CON", "", "é", "e" }.Select((name, index) => new StoredRecord(name, Hostile(index)))];
        PageWriter.Write(folder["site"], records, LeaderboardBuilder.Build(records), [new PageProblem(Evil, Evil, Evil, Evil)]);
        Assert.Equal(folder["site"], Assert.Single(Directory.GetFileSystemEntries(folder.Path)));
        string[] files = Directory.GetFiles(folder["site"], "*", SearchOption.AllDirectories);
        Assert.Equal(records.Length, files.Count(file => file.Contains("records", StringComparison.Ordinal)));
        Assert.All(files, file => Assert.All(Path.GetFileName(file), letter => Assert.True(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')));
        foreach (string page in files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(page);
            Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"'&", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_record_in_the_site_is_the_record()
    {
        using var folder = new TemporaryFolder();
        PageWriter.Write(folder.Path, [new StoredRecord("a/b.json", SampleRecords.Full)], [], []);
        Assert.Equal(RunRecordJson.Write(SampleRecords.Full), File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder["records"]))));
    }

    [Fact]
    public void Shows_badges_of_kind_dialect_and_rules()
    {
        using var folder = new TemporaryFolder();
        RunRecord record = SampleRecords.Full with { Performance = SampleRecords.Full.Performance! with { RuleMet = false } };
        PageWriter.Write(folder.Path, [new StoredRecord("a.json", record)], [], [new PageProblem("a.json", "is short", "a.json", "TB0102")]);
        string index = File.ReadAllText(folder["index.html"]);
        Assert.Contains("<span class=badge>measured</span>", index, StringComparison.Ordinal);
        Assert.Contains("<span class=badge>float32</span>", index, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge bad\">window rule not met</span>", index, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge bad\">TB0102</span>", index, StringComparison.Ordinal);
        Assert.Contains("TB0102, is short", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_whose_log_names_no_inputs_break_no_rule()
    {
        using var folder = new TemporaryFolder();
        WindowRecord[] windows = [.. Enumerable.Range(0, 5).Select(_ => new WindowRecord { Inferences = 500, Seconds = 10.5, LatencyMicroseconds = 21000 })];
        PerformanceRecord performance = SampleRecords.Full.Performance! with { Windows = windows, RuleMet = false };
        PageWriter.Write(folder.Path, [new StoredRecord("a.json", SampleRecords.Full with { Performance = performance })], [], []);
        Assert.DoesNotContain("window rule not met", File.ReadAllText(folder["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_an_emulator_is_no_latency()
    {
        using var folder = new TemporaryFolder();
        PageWriter.Write(folder.Path, [new StoredRecord("a.json", SampleRecords.Full with { Kind = RunKind.Simulated })], [], []);
        Assert.DoesNotContain("latency_ms\":", File.ReadAllText(folder["results.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_two_records_of_one_name_and_boards_of_other_records()
    {
        using var folder = new TemporaryFolder();
        var stored = new StoredRecord("a.json", SampleRecords.Full);
        Assert.Throws<ArgumentException>(() => PageWriter.Write(folder.Path, [stored, stored], [], []));
        Assert.Throws<ArgumentException>(() => PageWriter.Write(folder.Path, [], LeaderboardBuilder.Build([stored]), []));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_empty_site_is_a_site()
    {
        using var folder = new TemporaryFolder();
        PageWriter.Write(folder.Path, [], [], []);
        Assert.Contains("0 records of 0 systems", File.ReadAllText(folder["index.html"]), StringComparison.Ordinal);
    }

    private static RunRecord Hostile(int index) => SampleRecords.Full with
    {
        Task = index == 0 ? Evil : "kws01",
        Kind = RunKind.Published,
        Division = Evil,
        Dialect = Evil,
        Submission = new SubmissionRecord { Round = Evil, Submitter = Evil, System = $"{Evil}{index % 3}", Variant = Evil },
        System = new SystemRecord { Board = Evil, Clock = Evil },
        Evidence = new EvidenceRecord { Performance = Evil, Notes = [Evil] },
    };

    private static string Site(IReadOnlyList<StoredRecord> records)
    {
        using var folder = new TemporaryFolder();
        PageWriter.Write(folder.Path, records, LeaderboardBuilder.Build(records), []);
        var text = new StringBuilder();
        foreach (string file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.Append(Path.GetRelativePath(folder.Path, file)).Append('\n').Append(File.ReadAllText(file));
        return text.ToString();
    }

    private static IEnumerable<string> Links(string page)
    {
        foreach (string mark in (string[])[" href=", " src="])
        {
            for (int at = page.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = page.IndexOf(mark, at + 1, StringComparison.Ordinal))
                yield return page[(at + mark.Length)..page.IndexOfAny([' ', '>'], at + mark.Length)].Trim('"');
        }
    }
}
