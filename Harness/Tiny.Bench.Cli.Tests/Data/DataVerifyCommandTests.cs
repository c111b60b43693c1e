using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Data;

public class DataVerifyCommandTests
{
    [Fact]
    public void A_right_file_is_good_and_a_changed_one_is_the_world_s_failure()
    {
        using var bench = new DataBench();
        bench.Write("mine/m.tflite", DataBench.Content);
        (int code, string output, _) = bench.Run("verify", "--models", bench["mine"]);
        Assert.Equal(ExitCode.Good, code);
        Assert.Contains("right", output, StringComparison.Ordinal);
        byte[] changed = [.. DataBench.Content];
        changed[4000] ^= 1;
        bench.Write("mine/m.tflite", changed);
        (code, output, _) = bench.Run("verify", "--models", bench["mine"]);
        Assert.Equal(ExitCode.WorldFailed, code);
        Assert.Contains($"expected {DataBench.Sha256}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_hash_is_unknown_and_no_failure()
    {
        using var bench = new DataBench();
        bench.Write("cache/tinybench/sources/raw.bin", [1]);
        (int code, string output, _) = bench.Run("verify", "--json");
        Assert.Equal((ExitCode.Good, "unknown"), (code, (string?)JsonNode.Parse(output)!["items"]![0]!["state"]));
    }

    [Fact]
    public void The_starter_pack_is_checked_by_model_list_and_samples()
    {
        using var bench = new DataBench();
        TinyPack pack = bench.WritePack();
        (int code, string output, _) = bench.Run("verify", "--json");
        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(["ad01 starter right", "kws01 starter right"], JsonNode.Parse(output)!["items"]!.AsArray().Select(item => $"{item!["id"]} {item["state"]}").ToArray());
        pack.Write(kwsList: pack.KwsList.Replace("4,2", "4,3", StringComparison.Ordinal));
        (code, output, _) = bench.Run("verify");
        Assert.Equal(ExitCode.WorldFailed, code);
        Assert.Contains("y_labels.csv has SHA-256", output, StringComparison.Ordinal);
        byte[] model = [.. pack.Model];
        model[^1] ^= 1;
        pack.Write(model);
        Assert.Equal(ExitCode.WorldFailed, bench.Run("verify").Code);
    }

    [SkippableFact]
    public async Task Every_official_file_at_hand_is_right()
    {
        string models = Path.GetDirectoryName(Official.Model("SHA256SUMS"))!;
        CommandLine run = await CommandLine.RunAsync("data", "verify", "--models", models, "--datasets", Official.Dataset(""), "--json");
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.All(
            run.Json["items"]!.AsArray().Where(item => ((string)item!["origin"]!).StartsWith("--", StringComparison.Ordinal)),
            item => Assert.Equal("right", (string?)item!["state"]));
    }
}
