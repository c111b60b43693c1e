using System.Text.Json.Nodes;

namespace Tiny.Bench.Cli.Data;

public class DataListCommandTests
{
    [Fact]
    public void The_table_tells_what_is_at_hand_and_where()
    {
        using var bench = new DataBench();
        bench.Write("mine/m.tflite", DataBench.Content);
        (int code, string output, _) = bench.Run("list", "--models", bench["mine"]);
        string[] lines = output.TrimEnd().Split('\n');
        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(["m.tflite", "model", "t", "5.0", "kB", "SHA-256", bench["mine/m.tflite"], "(--models)", "ours"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["raw", "source", "t", "-", "none", "-", "ours"], lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Json_tells_every_fact()
    {
        using var bench = new DataBench();
        JsonNode item = JsonNode.Parse(bench.Run("list", "m.tflite", "--json").Output)!["items"]!.AsArray().Single()!;
        Assert.Equal(("model", 5000, DataBench.Sha256), ((string?)item["kind"], (int)item["bytes"]!, (string?)item["sha256"]));
        Assert.Null(item["path"]);
    }

    [Fact]
    public void The_starter_pack_is_told_apart_from_what_is_official()
    {
        using var bench = new DataBench();
        bench.WritePack();
        Assert.EndsWith($"\nstarter pack, ours and not official: ad01 kws01 in {bench["pack"]}\n", bench.Run("list").Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonNode.Parse(bench.Run("list", "--json").Output)!["starter"]!["tasks"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_commands_hang_below_data() =>
        Assert.Contains("kws01-official-1000", (await CommandLine.RunAsync("data", "list", "kws01")).Output, StringComparison.Ordinal);
}
