using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Audit;

/// <summary>Which files are a run, and of which task and mode, in every layout.</summary>
public sealed class AuditReaderTests : IDisposable
{
    private const string Answers = "Loading file tst_0_Down_0.bin segment 0\nm-results-[1,2]\n";
    private const string Windows = "Performance results for window 1\n# Inferences : 250\nRuntime: 12.0 sec.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("v1.1/closed/Acme/results/B/kws/accuracy/log.txt", "v1.1 closed Acme B kws01 ")]
    [InlineData("closed/Acme/results/B/keyword_spotting/fast/accuracy/accuracy_log.txt", "")]
    [InlineData("v1.1__Acme__B__kws__accuracy__log.txt", "v1.1  Acme B kws01 ")]
    [InlineData("logs/v1.1__open_Acme__B__kws__int8__accuracy__log.txt", "v1.1 open Acme B kws01 int8")]
    [InlineData("results/B/kws/accuracy/log.txt", "")]
    [InlineData("kws/accuracy/log.txt", "")]
    [InlineData("accuracy/my log.txt", "")]
    public void A_log_is_found_wherever_it_lies(string path, string published)
    {
        _folder.Write(path, Answers);
        AuditRun run = Assert.Single(Read().Runs);
        Assert.Equal((path, "kws01", "accuracy"), (run.Path, run.Task, run.Mode));
        Assert.Equal("tst_0_Down_0.bin", Assert.Single(run.Answers.Answers).File);
        Assert.Equal(published, run.Published is { } place ? $"{place.Round} {place.Division} {place.Submitter} {place.System} {place.Task} {place.Variant}" : "");
    }

    [Theory]
    [InlineData("m-model-[kws01]\n" + Windows, "kws01", "performance")]
    [InlineData("m-model-[vww01]\nEnergy data for trial 0\nElapsed time : 12\n", "vww01", "energy")]
    [InlineData("Top 1% = 90.2\n" + Answers, "kws01", "accuracy")]
    [InlineData(Windows, null, "performance")]
    [InlineData("Accuracy: 44 True positives, 6 False negatives, 4 False positives", null, "performance")]
    public void Task_and_mode_of_a_log_in_no_submission_are_told_by_its_content(string text, string? task, string mode)
    {
        _folder.Write("found.log", text);
        AuditRun run = Assert.Single(Read().Runs);
        Assert.Equal((task, mode), (run.Task, run.Mode));
    }

    [Fact]
    public void Files_of_one_folder_are_one_run_and_results_json_speaks_where_the_log_is_silent()
    {
        _folder.Write("run/log.txt", "m-model-[kws01]\nLoading file tst_0_Down_0.bin segment 0\n");
        _folder.Write("run/results.txt", "Top 1% = 100.0\n");
        _folder.Write("run/results.json", """[ { "file": "tst_0_Down_0.bin", "class": "0", "infer": { "results": [2, 1] } } ]""");
        AuditRun run = Assert.Single(Read().Runs);
        Assert.Equal(("run/log.txt", "accuracy"), (run.Path, run.Mode));
        Assert.Equal([2.0, 1.0], Assert.Single(run.Answers.Answers).Values!);
    }

    [Fact]
    public void A_file_that_is_no_log_is_no_run()
    {
        _folder.Write("README.md", Answers);
        _folder.Write("notes.txt", "m-results-[1] is what a board prints");
        _folder.Write("data.json", "{ \"file\": 1 }");
        _folder.Write(".hidden/log.txt", Answers);
        _folder.Write("empty.log", "");
        Assert.Empty(Read().Runs);
    }

    [Fact]
    public void A_finding_belongs_to_its_run_and_names_the_file_on_the_disk()
    {
        _folder.Write("v1.3__Acme__B__kws__performance__results.txt", "Performance results for window 1\n# Inferences : 250\nRuntime: 7.35 sec.\n");
        _folder.Write("v1.3__Acme__systems__B.json", "{ \"Status\": \"soon\" }");
        AuditReading reading = Read();
        Assert.Contains(Assert.Single(reading.Runs).Findings, finding => (finding.Id, finding.Where.File) == ("TB0130", "v1.3__Acme__B__kws__performance__results.txt"));
        Assert.Equal(("TB0109", "v1.3__Acme__systems__B.json"), (Assert.Single(reading.Findings).Id, reading.Findings[0].Where.File));
    }

    [Fact]
    public void Nothing_is_asked_of_a_log_in_no_submission_but_what_it_says()
    {
        _folder.Write("found.log", "e-[Unknown command: foo]\nm-model-[kws01]\n" + Windows);
        string[] rules = [.. Assert.Single(Read().Runs).Findings.Select(finding => finding.Id)];
        Assert.Equal("TB0132 TB0143", string.Join(' ', rules.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void With_several_paths_each_run_begins_with_its_own()
    {
        string file = _folder.Write("one/a.log", Answers);
        _folder.Write("two/b.log", Answers);
        IEnumerable<string> paths = AuditReader.Read([file, _folder["two"]], null, CancellationToken.None).Runs.Select(run => run.Path);
        Assert.Equal($"{file} {_folder["two"]}/b.log", string.Join(' ', paths).Replace('\\', '/'));
    }

    [Fact]
    public void A_run_that_two_paths_hold_is_one_run()
    {
        _folder.Write("inner/a.log", Answers);
        Assert.Single(AuditReader.Read([_folder.Path, _folder["inner"], _folder.Path], null, CancellationToken.None).Runs);
    }

    [Fact]
    public void Of_a_rule_that_a_file_breaks_without_end_the_first_are_listed()
    {
        _folder.Write("a.log", Answers + string.Concat(Enumerable.Repeat("e-[Unknown command: foo]\n", 1000)));
        string[] texts = [.. Assert.Single(Read().Runs).Findings.Where(finding => finding.Id == "TB0143").Select(finding => finding.Text)];
        Assert.Equal(21, texts.Length);
        Assert.Equal("and more of this rule; the first 20 are listed", texts[^1]);
    }

    [Fact]
    public void A_path_that_is_not_there_is_an_error() =>
        Assert.Throws<MissingFileException>(() => AuditReader.Read([_folder["nowhere"]], null, CancellationToken.None));

    [Fact]
    public void Reading_ends_when_it_is_asked_to()
    {
        _folder.Write("a.log", Answers);
        Assert.ThrowsAny<OperationCanceledException>(() => AuditReader.Read([_folder.Path], null, new CancellationToken(canceled: true)));
    }

    private AuditReading Read() => AuditReader.Read([_folder.Path], null, CancellationToken.None);
}
