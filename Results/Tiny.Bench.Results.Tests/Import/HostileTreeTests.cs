using System.Diagnostics;
using System.Text;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>Trees that nobody published: what cannot be read is listed, and nothing crashes, hangs or fills the memory.</summary>
public sealed class HostileTreeTests : IDisposable
{
    private const string Report = "v1.0/closed/someone/results/board/kws/performance/results.txt";

    private readonly TemporaryFolder _folder = new();

    public HostileTreeTests() => _folder.Write("v1.0/closed/someone/systems/board.json", """{ "Board Name": "B" }""");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_pipe_in_place_of_a_report_is_not_waited_for()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        string pipe = _folder.Write(Report, "");
        File.Delete(pipe);
        using (Process make = Process.Start("mkfifo", [pipe]))
            await make.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        ImportResult import = await Task.Run(Import).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("holds no throughput", Assert.Single(import.Problems).Text);
    }

    [SkippableFact]
    public void Links_are_listed_and_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links ask for a privilege on Windows.");
        _folder.Write(Report, Submission.Performance());
        Directory.CreateSymbolicLink(_folder["v1.0/open"], _folder.Path);
        Directory.CreateSymbolicLink(_folder["v1.0/closed/someone/results/board/ic"], "kws");
        File.CreateSymbolicLink(_folder["v1.0/closed/someone/results/board/kws/performance/log.txt"], "nowhere");

        ImportResult import = Import();

        Assert.Single(import.Records);
        Assert.Equal("ic log.txt open", string.Join(' ', import.Problems.Select(problem => problem.Path.Split('/')[^1])));
        Assert.All(import.Problems, problem => Assert.Contains("is a link", problem.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        _folder.Write(Report, [.. encoding.GetPreamble(), .. encoding.GetBytes(Submission.Performance())]);

        Assert.Equal(8, Assert.Single(Import().Records).Performance!.InferencesPerSecond);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Without_one_the_text_is_listed_as_none(string name)
    {
        _folder.Write(Report, Encoding.GetEncoding(name).GetBytes(Submission.Performance()));

        ImportResult import = Import();

        Assert.Empty(import.Records);
        Assert.Contains("holds NUL characters", Assert.Single(import.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_of_NUL_bytes_beside_a_good_report_is_listed()
    {
        _folder.Write(Report, Submission.Performance());
        _folder.Write(Report.Replace("results.txt", "log.txt", StringComparison.Ordinal), new byte[100_000]);

        ImportResult import = Import();

        Assert.Single(import.Records);
        Assert.EndsWith("performance/log.txt", Assert.Single(import.Problems).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_end_in_CR_alone_are_lines()
    {
        _folder.Write(Report, Submission.Performance().Replace('\n', '\r'));
        Assert.Equal(5, Assert.Single(Import().Records).Performance!.Windows.Count);
    }

    [Theory]
    [InlineData("12.500 sec", "1e-310 sec")]
    [InlineData("8.000 inf", "1e308 inf")]
    [InlineData("12.500 sec", "1e300 sec")]
    public void Figures_that_no_system_can_have_are_listed_and_give_no_infinity(string from, string to)
    {
        _folder.Write(Report, Submission.Performance().Replace(from, to, StringComparison.Ordinal));

        ImportResult import = Import();

        Assert.Contains(import.Problems, problem => problem.Text.Contains("holds no figure that can be", StringComparison.Ordinal));
        Assert.All(import.Records, record => RunRecordJson.Read("memory", RunRecordJson.Write(record)));
    }

    [Fact]
    public void One_task_under_three_names_is_read_once_and_the_others_are_listed()
    {
        foreach (string task in (string[])["kws", "KWS", "keyword_spotting"])
            _folder.Write($"v1.0/closed/someone/results/board/{task}/performance/results.txt", Submission.Performance());

        ImportResult import = Import();

        Assert.Equal("closed/someone/results/board/KWS/performance/results.txt", Assert.Single(import.Records).Evidence!.Performance);
        Assert.Equal("keyword_spotting kws", string.Join(' ', import.Problems.Select(problem => problem.Path.Split('/')[4])));
        Assert.All(import.Problems, problem => Assert.Equal("not read, because closed/someone/results/board/KWS/performance/results.txt was", problem.Text));
    }

    [Fact]
    public void Folders_may_be_written_in_capitals()
    {
        _folder.Write("v1.0/Closed/someone/Results/board/KWS/Performance/Results.txt", Submission.Performance());
        _folder.Write("v1.0/OPEN/other/results/Board/kws/performance/results.txt", Submission.Performance());

        IReadOnlyList<RunRecord> records = Import().Records;

        Assert.Equal("closed/board open/Board", string.Join(' ', records.Select(record => $"{record.Division}/{record.Submission!.System}")));
        Assert.Equal("Closed/someone/Results/board/KWS/Performance/Results.txt", records[0].Evidence!.Performance);
    }

    [Fact]
    public void A_file_of_a_hundred_thousand_broken_lines_does_not_bury_the_others()
    {
        _folder.Write(Report, string.Concat(Enumerable.Repeat("Runtime : x\n", 100_000)));
        _folder.Write("v1.0/closed/someone/results/board/vww/performance/results.txt", "");

        IReadOnlyList<ImportProblem> problems = Import().Problems;

        Assert.InRange(problems.Count, 10, 100);
        Assert.Contains(problems, problem => problem.Text.Contains("the others are not listed", StringComparison.Ordinal));
        Assert.EndsWith("vww/performance/results.txt", problems[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_to_be_a_log_is_listed_and_not_read()
    {
        string path = _folder.Write(Report, "");
        using (FileStream sparse = File.OpenWrite(path))
            sparse.SetLength(200_000_000);

        Assert.Contains("has 200000000 bytes", Assert.Single(Import().Problems).Text, StringComparison.Ordinal);
    }

    private ImportResult Import() => SubmissionImporter.Import(_folder.Path, round: null);
}
