using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>One small tree for every layout that a published round has had.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("board/kws/performance/results.txt", "board", "kws01", null)]
    [InlineData("microtvm_cmsis_nn/NRF5340-DK/kws/performance/results.txt", "microtvm_cmsis_nn/NRF5340-DK", "kws01", null)]
    [InlineData("board/anomaly_detection/performance/results.txt", "board", "ad01", null)]
    [InlineData("board/image_classification/performance/results.txt", "board", "ic01", null)]
    [InlineData("board/keyword_spotting/performance/results.txt", "board", "kws01", null)]
    [InlineData("board/visual_wake_words/performance/results.txt", "board", "vww01", null)]
    [InlineData("board/ic2/performance/results.txt", "board", "ic02", null)]
    [InlineData("board/ic/RN07/performance/results.txt", "board", "ic01", "RN07")]
    [InlineData("board/kws/kws_fp32/performance/results.txt", "board", "kws01", "kws_fp32")]
    [InlineData("kws/kws/performance/results.txt", "kws", "kws01", null)]
    [InlineData("board/kws/performance/performance_results.txt", "board", "kws01", null)]
    [InlineData("Alibaba Cloud (Xuantie RISC-V)/vww/performance/results.txt", "Alibaba Cloud (Xuantie RISC-V)", "vww01", null)]
    public void Reads_a_layout(string path, string system, string task, string? variant)
    {
        using var submission = new Submission();

        RunRecord record = Assert.Single(submission.With($"results/{path}", Submission.Performance()).Import().Records);

        Assert.Equal((system, task, variant), (record.Submission!.System, record.Task, record.Submission.Variant));
        Assert.Equal(("v1.0", "closed", "someone"), (record.Submission.Round, record.Division, record.Submission.Submitter));
        Assert.Equal(125_000, record.Performance!.MedianLatencyMicroseconds);
        Assert.Equal($"closed/someone/results/{path}", record.Evidence!.Performance);
    }

    [Theory]
    [InlineData("board.json", "board", true)]
    [InlineData("board/anything.json", "board", true)]
    [InlineData("bo_ard_System_Description.json", "bo-ard", true)]
    [InlineData("system_description_NRF5340DK_microtvm_cmsis_nn.json", "microtvm_cmsis_nn/NRF5340-DK", true)]
    [InlineData("system_description_pynq.json", "pynq-z2", true)]
    [InlineData("board.json", "board_70MHz", false)]
    [InlineData("other.json", "board", false)]
    public void Finds_a_systems_description_but_never_that_of_another(string file, string system, bool found)
    {
        using var submission = new Submission();
        submission.WithSystem(file, "Board One").With($"results/{system}/kws/performance/results.txt", Submission.Performance());

        ImportResult import = submission.Import();

        Assert.Equal(found ? "Board One" : null, import.Records[0].System?.Board);
        Assert.Equal(found ? "Preview" : null, import.Records[0].Submission!.Status);
        Assert.Equal(!found, import.Problems.Any(problem => problem.Text.StartsWith("has no description", StringComparison.Ordinal)));
    }

    [Fact]
    public void Joins_the_modes_of_a_task_and_keeps_variants_apart()
    {
        using var submission = new Submission();
        submission.With("results/board/ic/RN07/performance/results.txt", Submission.Performance())
            .With("results/board/ic/RN07/power/results.txt", "00001.000 ulp-ml: Median energy cost is 44190.540 uJ/inf.\n")
            .With("results/board/ic/RN07/power/log.txt", "00001.000 emon: m-voltage-mv[4948]\n00001.000 emon: m-regfile-fn[f.bin]-type[emon]-name[js110]\n")
            .With("results/board/ic/RN07/accuracy/accuracy_results.txt", "00001.000 ulp-mlperf: Top-1: 83.5%\n00001.000 ulp-mlperf: AUC: 0.91\n")
            .With("results/board/ic/RN08/performance/results.txt", Submission.Performance());

        IReadOnlyList<RunRecord> records = submission.Import().Records;

        Assert.Equal("RN07 RN08", string.Join(' ', records.Select(record => record.Submission!.Variant)));
        RunRecord first = records[0];
        Assert.Equal((44190.540, 4.948, "js110"), (first.Energy!.MedianMicrojoulesPerInference, first.Energy.VoltageVolts, first.Energy.Monitor));
        Assert.Equal((0.835, 0.91), (first.Quality!.Accuracy, first.Quality.Auc));
        Assert.Equal("closed/someone/results/board/ic/RN07/power/results.txt", first.Evidence!.Energy);
        Assert.Null(records[1].Energy);
    }

    [Fact]
    public void Reads_a_results_file_with_tripled_lines()
    {
        using var submission = new Submission();

        ImportResult import = submission.WithSystem("board.json", "B").With("results/board/ad/performance/results.txt", Submission.Performance(copies: 3)).Import();

        Assert.Equal(5, Assert.Single(import.Records).Performance!.Windows.Count);
        Assert.Empty(import.Problems);
        Assert.Contains(import.Records[0].Evidence!.Notes!, note => note.Contains("several times", StringComparison.Ordinal));
    }

    [Fact]
    public void Ignores_the_shadow_files_of_macos_and_a_byte_order_mark()
    {
        using var submission = new Submission();
        submission.With("systems/._board.json", "\0\u0005\u0016\a").With("systems/board.json", "\uFEFF{ \"Board Name\": \"B\" }")
            .With("results/board/kws/performance/._results.txt", "\0\u0005")
            .With("results/board/kws/performance/results.txt", $"\uFEFF{Submission.Performance()}");

        ImportResult import = submission.Import();

        Assert.Equal(8, Assert.Single(import.Records).Performance!.InferencesPerSecond);
        Assert.Equal("B", import.Records[0].System!.Board);
        Assert.Empty(import.Problems);
    }

    [Fact]
    public void Lists_a_text_that_it_does_not_know_and_one_that_it_does_not_need()
    {
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/kws/performance/results.txt", Submission.Performance())
            .With("results/board/kws/performance/performance_results.txt", Submission.Performance())
            .With("results/board/kws/performance/postproc.txt", "Top-1: 77.4%")
            .With("results/board/kws/performance/script.async", "[]");

        Assert.Equal("performance_results.txt postproc.txt", string.Join(' ', submission.Import().Problems.Select(problem => problem.Path.Split('/')[^1])));
    }

    // v1.0 STMicroelectronics keeps an energy run in "enegy"; the published table has no energy there either.
    [Theory]
    [InlineData("results/board/ic/enegy")]
    [InlineData("results/board/ic")]
    [InlineData("results/board/mnist/performance")]
    [InlineData("results/kws/performance")]
    [InlineData("results/board/performance")]
    public void Lists_a_folder_that_the_layout_does_not_know_once_and_reads_nothing_of_it(string folder)
    {
        using var submission = new Submission();
        submission.With($"{folder}/results.txt", Submission.Performance()).With($"{folder}/log.txt", Submission.Log((0, 1)))
            .With($"{folder}/script.async", "[]").With("results/README.md", "how it was done");

        ImportResult import = submission.Import();

        Assert.Empty(import.Records);
        ImportProblem problem = Assert.Single(import.Problems);
        Assert.Equal($"closed/someone/{folder}", problem.Path);
        Assert.Contains("its texts are not read", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_flattened_names_and_claims_no_division_that_they_do_not_tell()
    {
        using var folder = new TemporaryFolder();
        folder.Write("v0.7__open_hls4ml__pynq-z2__ic__RN07__performance__results.txt", Submission.Performance());
        folder.Write("v0.5__someone__board__kws__performance__performance_log.txt", Submission.Log((0, 12_500_000)));
        folder.Write("v0.5__someone__systems__board.json", """{ "Board Name": "B" }""");

        IReadOnlyList<RunRecord> records = SubmissionImporter.Import(folder.Path, round: null).Records;

        Assert.Equal((null, "open"), (records[0].Division, records[1].Division));
        Assert.Equal(("someone", "hls4ml"), (records[0].Submission!.Submitter, records[1].Submission!.Submitter));
        Assert.Equal("B", records[0].System!.Board);
        Assert.Equal("RN07", records[1].Submission!.Variant);
    }

    [Fact]
    public void Takes_the_round_from_any_folder_above_or_from_the_option()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tiny_results_v1.1/closed/a/results/b/kws/performance/results.txt", Submission.Performance());
        string file = folder.Write("unnamed/closed/a/results/b/kws/performance/results.txt", Submission.Performance());

        Assert.Equal("v1.1", SubmissionImporter.Import(folder["tiny_results_v1.1/closed/a"], round: null).Records[0].Submission!.Round);
        Assert.Equal("v1.4", SubmissionImporter.Import(file, round: "v1.4").Records[0].Submission!.Round);
        ImportProblem problem = Assert.Single(SubmissionImporter.Import(folder["unnamed"], round: null).Problems);
        Assert.Contains("no folder names the round", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1.2", "v1.2")]
    [InlineData("tiny_results_v0.5", "v0.5")]
    [InlineData("rev1.2", null)]
    [InlineData("v1", null)]
    [InlineData("v1.", null)]
    [InlineData("v1.2-copy", null)]
    public void Reads_a_rounds_name(string folder, string? round) =>
        Assert.Equal(round, RoundName.TryParse(folder, out string name) ? name : null);

    [Fact]
    public void A_place_without_submissions_is_a_problem_and_no_exception()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no file of a submission", Assert.Single(SubmissionImporter.Import(folder.Path, round: null).Problems).Text, StringComparison.Ordinal);
        Assert.Contains("neither a file nor a folder", Assert.Single(SubmissionImporter.Import(folder["nowhere"], round: null).Problems).Text, StringComparison.Ordinal);
    }
}
