using System.Text.Json.Nodes;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class ConformanceCommandTests
{
    [Fact]
    public async Task Without_options_the_shipped_vectors_and_models_are_judged()
    {
        CommandLine run = await CommandLine.RunAsync("conformance", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("conformant", (string)run.Json["verdict"]!);
        JsonNode manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedVectors.Folder, "manifest.json")))!;
        Assert.Equal((int)manifest["cases"]! + StarterPackTests.GoldenChecks, (int)run.Json["passed"]!);
        Assert.Empty(run.Json["failures"]!.AsArray());
    }

    [Fact]
    public async Task Another_dialect_is_not_conformant_and_tells_the_first_element()
    {
        CommandLine run = await CommandLine.RunAsync("conformance", "--dialect", "single-rounding", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("not conformant", (string)run.Json["verdict"]!);
        Assert.Equal("single-rounding", (string)run.Json["dialect"]!);
        JsonNode first = run.Json["failures"]!.AsArray()[0]!;
        foreach (string field in (string[])["case", "operator", "tensor", "element", "expected", "got"])
            Assert.NotNull(first[field]);
    }

    [Fact]
    public async Task A_waived_failure_is_shown_and_not_counted_and_reports_are_written()
    {
        using var folder = new TemporaryFolder();
        string waivers = folder.Write("waivers.json", """[{ "case": "*", "reason": "rounds once", "link": "https://example.org/7", "expires": "9999-12-31" }]""");

        CommandLine run = await CommandLine.RunAsync(
            "conformance", "--dialect", "single-rounding", "--waivers", waivers, "--report", folder["run.xml"], "--report", folder["run.md"], "--json");

        Assert.Equal((0, 0), (run.ExitCode, (int)run.Json["failed"]!));
        Assert.NotEmpty(run.Json["waived"]!.AsArray());
        Assert.Contains("rounds once", (string)run.Json["waived"]!.AsArray()[0]!["waiver"]!, StringComparison.Ordinal);
        Assert.Contains("type=\"waived\"", File.ReadAllText(folder["run.xml"]), StringComparison.Ordinal);
        Assert.Contains("rounds once", File.ReadAllText(folder["run.md"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conv_s8/*", "2020-01-31", 1, "expired on 2020-01-31")]
    [InlineData("no_such_case", "9999-12-31", 0, "covers no case of this run")]
    [InlineData("conv_s8/*", "9999-12-31", 0, "is not needed")]
    public async Task A_waiver_that_is_late_or_idle_is_told(string pattern, string expires, int exitCode, string words)
    {
        using var folder = new TemporaryFolder();
        string waivers = folder.Write("waivers.json", $$"""[{ "case": "{{pattern}}", "reason": "r", "link": "https://example.org/7", "expires": "{{expires}}" }]""");

        CommandLine run = await CommandLine.RunAsync("conformance", "--waivers", waivers);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_unknown_form_is_refused_before_anything_runs()
    {
        CommandLine run = await CommandLine.RunAsync("conformance", "--report", "run.html");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(".xml .trx .json .md", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tflms_107_vectors_are_equal()
    {
        CommandLine run = await CommandLine.RunAsync("conformance", "--vectors", Official.Vectors(), "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal((107, 107), ((int)run.Json["total"]!, (int)run.Json["passed"]!));
    }

    [SkippableFact]
    public async Task Every_golden_output_and_operator_is_equal()
    {
        CommandLine run = await CommandLine.RunAsync(
            "conformance", "--golden", Official.Golden(), "--models", Path.GetDirectoryName(Official.Model("kws_ref_model.tflite"))!, "--datasets", Official.Dataset(""), "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal((2037, 2037), ((int)run.Json["total"]!, (int)run.Json["passed"]!));
    }

    [Fact]
    public async Task A_case_without_a_kernel_makes_the_verdict_bad()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a.jsonl",
            """{"id":"a/b","op":"fourier","params":{},"tensors":{"output":{"dtype":"int8","shape":[0],"offset":0,"count":0}}}""");
        folder.Write("a.bin", "");

        CommandLine run = await CommandLine.RunAsync("conformance", "--vectors", folder.Path, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, (int)run.Json["unsupported"]!);
        Assert.Contains("fourier", (string)run.Json["unsupportedCases"]![0]!["reason"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--vectors")]
    [InlineData("--golden")]
    public async Task A_folder_that_is_not_there_is_a_wrong_request(string option)
    {
        CommandLine run = await CommandLine.RunAsync("conformance", option, "no-such-folder");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such-folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_out_of_a_file_cannot_steer_the_terminal()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.jsonl", """{"id":"a/\u001b[2Jb","op":"fourier\n\u0007","params":{},"tensors":{}}""");
        folder.Write("a.bin", "");

        CommandLine run = await CommandLine.RunAsync("conformance", "--vectors", folder.Path);

        Assert.Contains("a/\uFFFD[2Jb", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public async Task A_file_is_no_folder_of_vectors()
    {
        using var folder = new TemporaryFolder();
        CommandLine run = await CommandLine.RunAsync("conformance", "--vectors", folder.Write("a.jsonl", ""));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no such folder", run.Error, StringComparison.Ordinal);
    }
}
