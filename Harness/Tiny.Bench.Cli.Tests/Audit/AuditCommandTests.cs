using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Audit;

/// <summary><c>tinybench audit</c> on what was really published.</summary>
public sealed class AuditCommandTests
{
    [SkippableTheory]
    [InlineData("v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", "double-rounding")]
    [InlineData("v1.2__bosch__NUCLEO_G0B1RE_int8__kws__accuracy__log.txt", "double-rounding")]
    [InlineData("v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt", "float32")]
    public async Task A_published_log_has_the_dialect_that_its_answers_have(string name, string dialect)
    {
        JsonNode log = Find(await AuditAsync(Official.Published("logs")), name);
        Assert.Equal((dialect, dialect, true), ((string)log["dialect"]!, (string)log["nearest"]!, (bool)log["exact"]!));
        Assert.Equal((1000, 1000, 0, 0), ((int)log["samples"]!, (int)log["matching"]!, (int)log["largestDifference"]!, (int)log["top1Changes"]!));
        Assert.Equal(("cut", "fixed-point", "kws01"), ((string)log["printing"]!, (string)log["softmax"]!, (string)log["task"]!));
        Assert.Null(log["equallyExact"]);
        Assert.Null(log["reason"]);
    }

    [SkippableFact]
    public async Task A_log_of_integers_has_no_dialect_and_says_why()
    {
        JsonNode log = Find(await AuditAsync(Official.Published("logs")), "v1.1__Skymizer__NUCLEO_L4R5ZI-zephyr__kws__accuracy__log.txt");
        Assert.Null(log["dialect"]);
        Assert.False((bool)log["exact"]!);
        Assert.Equal((1000, 0), ((int)log["samples"]!, (int)log["matching"]!));
        Assert.Equal("tst_000000_Stop_7.bin, element 0: expected -128, got 0", (string)log["firstDifference"]!);
        Assert.StartsWith("prints integers from 0 to 127; ", (string)log["reason"]!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_log_that_is_no_accuracy_run_appears_with_its_findings_and_without_a_dialect()
    {
        JsonNode document = await AuditAsync(Official.Published("logs"));
        JsonNode energy = Find(document, "v1.2__STMicroelectronics__NUCLEO_L4R5ZI__kws__energy__log.txt");
        Assert.Equal(("kws01", "energy"), ((string)energy["task"]!, (string)energy["mode"]!));
        Assert.Null(energy["exact"]);
        JsonNode slow = Find(document, "v1.3__kai_jiang__K1_BOARD_V1.0__ad__performance__results.txt");
        Assert.Equal(5, slow["findings"]!.AsArray().Count(finding => (string)finding!["rule"]! == "TB0130" && (string)finding["severity"]! == "error"));
        JsonNode stream = Find(document, "v1.3__STMicroelectronics__NUCLEO_U385RG_Q__sww__performance__log.txt");
        Assert.Equal((44, 43), ((int)stream["officialScore"]!["truePositives"]!, (int)stream["strictScore"]!["truePositives"]!));
        JsonNode images = Find(document, "v1.0__OctoML__microtvm_cmsis_nn__NUCLEO_L4R5ZI__ic__accuracy__log.txt");
        Assert.Equal("the balanced list of 200 images", (string)images["list"]!);
    }

    [SkippableFact]
    public async Task Logs_with_equal_outputs_share_a_group_however_they_print_and_wherever_they_lie()
    {
        JsonNode document = await AuditAsync(Official.Published());
        string GroupOf(string end) => (string)Find(document, end)["group"]!;
        string reference = GroupOf("logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt");
        string other = GroupOf("logs/v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt");
        Assert.Equal(reference, GroupOf("rounds/v1.2/closed/Renesas/results/EK-RA8D1/kws/accuracy/log.txt"));
        Assert.Equal(other, GroupOf("rounds/v1.3/closed/STMicroelectronics/results/NUCLEO_L4R5ZI-P/kws/accuracy/log.txt"));
        Assert.False(string.Equals(reference, other, StringComparison.Ordinal));
        Assert.Equal(
            [4, 5],
            document["groups"]!.AsArray().Select(group => group!["logs"]!.AsArray().Count));
        Assert.Equal("rounded", (string)Find(document, "NUCLEO_L4R5ZI-P/kws/accuracy/log.txt")["printing"]!);
        Assert.Contains(
            Find(document, "v0.5/closed/reference/results/Nucleo-L4R5ZI/ic/accuracy/log.txt")["findings"]!.AsArray(),
            finding => (string)finding!["rule"]! == "TB0135" && ((string)finding["text"]!).Contains("OLD", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Any_folder_and_any_file_of_a_round_is_read_as_within_it()
    {
        string log = Official.Published("rounds/v1.3/closed/STMicroelectronics/results/NUCLEO_U575ZI_Q/kws/accuracy/log.txt");
        foreach (string path in new[] { log, Path.GetDirectoryName(log)!, Path.GetFullPath(Path.Combine(log, "../../..")), Path.Combine(Path.GetDirectoryName(log)!, "results.json") })
        {
            JsonNode found = (await AuditAsync(path))["logs"]!.AsArray().Single(one => (string?)one!["task"] == "kws01" && (string)one["mode"]! == "accuracy")!;
            Assert.Equal(("float32", 1000), ((string)found["dialect"]!, (int)found["samples"]!));
        }
    }

    [SkippableFact]
    public async Task Table_and_report_are_written_as_files_and_the_same_each_time()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["audit", Official.Published("logs"), "--csv", folder["a.csv"], "--markdown", folder["a.md"]];
        CommandLine run = await CommandLine.RunAsync(arguments);
        (string csv, string markdown) = (await File.ReadAllTextAsync(folder["a.csv"]), await File.ReadAllTextAsync(folder["a.md"]));
        CommandLine again = await CommandLine.RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(run.Output, again.Output);
        Assert.Equal((csv, markdown), (await File.ReadAllTextAsync(folder["a.csv"]), await File.ReadAllTextAsync(folder["a.md"])));
        Assert.Equal(18, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt,kws01,accuracy,the 1000 words,1000,float32,true,,1000,float32,fixed-point,0,0,cut,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', csv + markdown);
        Assert.Contains("17 logs, 4 judged, 3 exact", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Records_carry_the_verdict_which_the_page_shows_as_a_badge()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync("audit", Official.Published("rounds/v1.3"), "--out", folder["records"]);
        CommandLine list = await CommandLine.RunAsync("results", "list", folder["records"], "--csv");
        await CommandLine.RunAsync("results", "publish", folder["records"], "--out", folder["site"], "--markdown", folder["page.md"]);

        Assert.EndsWith(",audit", list.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(4, list.Output.Split('\n').Count(line => line.EndsWith(",answers of float32", StringComparison.Ordinal)));
        Assert.Contains("NUCLEO\\_U575ZI\\_Q (answers of float32)", await File.ReadAllTextAsync(folder["page.md"]), StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(folder["site"], "*.html", SearchOption.AllDirectories), page => File.ReadAllText(page).Contains(">answers of float32</span>", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Without_model_or_samples_all_else_is_told_and_the_exit_code_is_2()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("audit", Official.Published("logs"), "--models", folder.Path, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(17, run.Json["logs"]!.AsArray().Count);
        Assert.StartsWith("4 logs of kws01 were not judged: ", (string)run.Json["notes"]![0]!, StringComparison.Ordinal);
        Assert.Contains("kws_ref_model.tflite", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_gives_exit_code_2()
    {
        CommandLine run = await CommandLine.RunAsync("audit", "no-such-log.txt", "--json");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("no-such-log.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_logs_is_a_good_answer_with_nothing_in_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("notes.md", "m-results-[1]");
        CommandLine run = await CommandLine.RunAsync("audit", folder.Path, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Json["logs"]!.AsArray());
    }

    private static async Task<JsonNode> AuditAsync(string path) => (await CommandLine.RunAsync("audit", path, "--json")).Json;

    private static JsonNode Find(JsonNode document, string end) =>
        document["logs"]!.AsArray().Single(log => ((string)log!["path"]!).EndsWith(end, StringComparison.Ordinal))!;
}
