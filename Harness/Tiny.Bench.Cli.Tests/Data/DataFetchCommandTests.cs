using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Data;

public class DataFetchCommandTests
{
    [Fact]
    public void A_task_brings_what_is_verified_and_tells_what_it_leaves_out()
    {
        using var bench = new DataBench();
        bench.Write("copy/m.tflite", DataBench.Content);
        (int code, string output, string error) = bench.Run("fetch", "t", "--from", bench["copy"]);
        Assert.Equal((ExitCode.BadRequest, bench.Model + "\n"), (code, output));
        Assert.Equal("raw: left out, for it has no published hash; --accept-unverified takes it all the same\nm.tflite: verified. Licence: ours\n", error);
        Assert.Equal(DataBench.Content, File.ReadAllBytes(bench.Model));
        Assert.Equal("m.tflite: is at hand\n", bench.Run("fetch", "m.tflite", "--from", bench["copy"]).Error);
    }

    [Fact]
    public void What_has_no_hash_is_taken_only_when_that_is_accepted_and_its_hash_is_told()
    {
        using var bench = new DataBench();
        bench.Write("copy/raw.bin", DataBench.Content);
        (int code, _, string error) = bench.Run("fetch", "raw", "--from", bench["copy"]);
        Assert.Equal((ExitCode.BadRequest, "raw: has no published SHA-256; it is taken only with --accept-unverified"), (code, error));
        (code, _, error) = bench.Run("fetch", "raw", "--from", bench["copy"], "--accept-unverified");
        Assert.Equal((ExitCode.Good, $"raw: not verified; what came has SHA-256 {DataBench.Sha256}. Licence: ours\n"), (code, error));
    }

    [Fact]
    public void Json_tells_each_item()
    {
        using var bench = new DataBench();
        bench.Write("copy/m.tflite", DataBench.Content);
        JsonNode item = JsonNode.Parse(bench.Run("fetch", "m.tflite", "--from", bench["copy"], "--json").Output)!["items"]!.AsArray().Single()!;
        Assert.Equal((bench.Model, false, DataBench.Sha256), ((string?)item["path"], (bool)item["wasThere"]!, (string?)item["sha256"]));
    }

    [Fact]
    public void A_wrong_copy_is_the_world_s_failure()
    {
        using var bench = new DataBench();
        bench.Write("copy/m.tflite", [1, 2, 3]);
        (int code, string output, string error) = bench.Run("fetch", "m.tflite", "--from", bench["copy"]);
        Assert.Equal((ExitCode.WorldFailed, ""), (code, output));
        Assert.Contains($"expected {DataBench.Sha256}", error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Model));
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("fetch", "nothing")]
    [InlineData("fetch", "t", "--from", "/no/such/folder")]
    [InlineData("list", "nothing")]
    [InlineData("verify")]
    public void A_request_that_cannot_be_met_is_refused(params string[] arguments)
    {
        using var bench = new DataBench();
        Assert.Equal(ExitCode.BadRequest, bench.Run(arguments).Code);
    }

    [SkippableFact]
    public void The_official_keyword_set_is_taken_from_the_official_folders()
    {
        string root = Path.GetFullPath(Path.Combine(Official.Dataset(""), ".."));
        Official.Model("kws_ref_model.tflite");
        using var home = new TemporaryFolder();
        var environment = new Commands.Data.DataEnvironment { Variables = name => name == "XDG_CACHE_HOME" ? home.Path : null };
        (int code, string output, string error) = CommandRun.Of(Commands.Data.DataCommand.Create(environment), "fetch", "kws01", "--from", root);
        Assert.True(code == ExitCode.Good, error);
        Assert.Equal($"{home["tinybench/models/kws_ref_model.tflite"]}\n{home["tinybench/datasets/kws01"]}\n", output);
        Assert.Equal(1001, Directory.GetFiles(home["tinybench/datasets/kws01"]).Length);
    }
}
