using System.Text.Json.Nodes;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public sealed class StarterRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TinyPack _pack;

    public StarterRunTests() => _pack = new TinyPack(_folder).Write();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_task_of_the_pack_is_run_and_the_figures_are_the_committed_ones()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite(), "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode[] runs = [.. run.Json["runs"]!.AsArray().Where(each => (string)each!["mode"]! == "accuracy")!];
        Assert.Equal("ad01 kws01", string.Join(' ', runs.Select(each => (string)each["task"]!)));
        Assert.Equal("starter-2 starter-3", string.Join(' ', runs.Select(each => (string)each["list"]!)));
        Assert.Equal([2, 2], runs.Select(each => (int)each["correct"]!));
        Assert.Equal([2, 2], runs.Select(each => (int)each["committedCorrect"]!));
        Assert.All(runs, each => Assert.True((bool)each["starter"]! && (bool)each["committedMet"]! && !(bool)each["officialList"]!));
        Assert.All(runs, each => Assert.Null(each["targetMet"]));
        Assert.Equal((1.0, (1.875 + 39.375) / 2), ((double)runs[0]["auc"]!, (double)runs[0]["score"]!));
    }

    [Fact]
    public async Task It_ends_in_one_table_with_a_row_for_each_task()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite());

        string[] table = [.. run.Output.Split('\n').SkipWhile(line => !line.StartsWith("task", StringComparison.Ordinal))];
        Assert.Equal("task target model list correct quality latency arena bytes model bytes verdict".Split(' '), table[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches("^ad01 +host +ad01_starter_int8.tflite +starter-2 \\(starter pack, not official\\) +2 of 2 +AUC 1.0000 .* us .* committed 2 of 2: equal$", table[1]);
        Assert.Matches("^kws01 +host +kws01_starter_int8.tflite +starter-3 \\(starter pack, not official\\) +2 of 3 +66.7 % .* us .* committed 2 of 3: equal$", table[2]);
        Assert.Contains("our own, not official", table[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_names_the_list_and_says_what_it_is()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite(), "--task", "kws01", "--json");
        DataRecord data = RunRecordStore.Read((string)run.Json["runs"]![0]!["record"]!).Data!;
        Assert.Equal(("starter-3", false, true, "starter pack, not official"), (data.Name, data.Official, data.Starter, data.Standing()));
    }

    [Fact]
    public async Task A_figure_that_is_not_the_committed_one_gives_exit_code_1()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite(kwsCorrect: 3));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("committed 3 of 3: not equal", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_label_gives_exit_code_1()
    {
        string suite = _pack.WriteSuite();
        _pack.Write(kwsList: _pack.KwsList.Replace("a.bin,4,0", "a.bin,4,1", StringComparison.Ordinal));

        CommandLine run = await RunAsync(suite);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1 of 3 correct", run.Output, StringComparison.Ordinal);
        Assert.Contains("committed 2 of 3: not equal", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_list_with_as_many_right_is_not_the_committed_figure()
    {
        string suite = _pack.WriteSuite();
        _pack.Write(kwsList: _pack.KwsList + "\n");

        CommandLine run = await RunAsync(suite, "--task", "kws01");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("unknown list", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_byte_of_a_model_is_named()
    {
        string suite = _pack.WriteSuite();
        byte[] changed = [.. _pack.Model];
        changed[^1] ^= 1;
        _pack.Write(model: changed);

        CommandLine run = await RunAsync(suite);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("kws01_starter_int8.tflite", run.Error, StringComparison.Ordinal);
        Assert.Contains(TinyPack.Hash(changed), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_list_is_not_judged()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite(kwsCorrect: 3), "--task", "kws01", "--samples", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("committed 3 of 3: not judged", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pack_and_named_folders_exclude_each_other()
    {
        CommandLine run = await RunAsync(_pack.WriteSuite(), "--models", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--starter", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLine> RunAsync(string suite, params string[] arguments) =>
        CommandLine.RunAsync(["run", "--suite", suite, "--starter", _pack.Path, "--out", _folder["out"], .. arguments]);
}
