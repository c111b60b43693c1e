using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Systems;

public sealed class TaskLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly TinyPack _pack;
    private readonly BenchmarkTask _task;

    public TaskLocatorTests()
    {
        _environment["HOME"] = _folder["home"];
        _pack = new TinyPack(_folder).Write();

        // The official model of this suite is another one: its last byte belongs to a text.
        _task = SuiteLoader.Load(_pack.WriteSuite(officialModelSha256: TinyPack.Hash(OfficialModel))).FindTask("kws01")!;
    }

    public void Dispose() => _folder.Dispose();

    private byte[] OfficialModel => [.. _pack.Model, 0];

    [Fact]
    public void With_nothing_at_hand_the_pack_is_used()
    {
        HostTask task = Open();
        Assert.Equal(("starter-3", false), (task.ListIdentity.Name, task.ListIdentity.IsOfficial));
        Assert.Equal("kws01_starter_int8.tflite", Path.GetFileName(task.ModelFile.Path));
        Assert.Same(_task.Starter, task.Starter);
    }

    [Fact]
    public void Official_files_in_the_cache_come_first()
    {
        WriteOfficial("home/.cache/tinybench/models", "home/.cache/tinybench/datasets");
        HostTask task = Open();
        Assert.Equal("official.tflite", Path.GetFileName(task.ModelFile.Path));
        Assert.Null(task.Starter);
    }

    [Fact]
    public void An_official_model_without_official_samples_in_the_cache_does_not_meet_the_packs_samples()
    {
        _folder.Write("home/.cache/tinybench/models/official.tflite", OfficialModel);
        Assert.Equal("kws01_starter_int8.tflite", Path.GetFileName(Open().ModelFile.Path));
    }

    [Theory]
    [InlineData("TINYBENCH_MODELS")]
    [InlineData("TINYBENCH_DATASETS")]
    public void A_folder_that_the_user_names_shuts_the_pack_out(string variable)
    {
        _environment[variable] = _folder["empty"];
        Assert.Throws<MissingFileException>(() => Open());
    }

    [Fact]
    public void An_official_model_by_name_is_never_looked_for_in_the_pack() =>
        Assert.Throws<MissingFileException>(() => Open("official.tflite"));

    [Fact]
    public void The_packs_model_by_name_brings_the_packs_samples_whatever_is_at_hand()
    {
        WriteOfficial("home/.cache/tinybench/models", "home/.cache/tinybench/datasets");
        Assert.Equal("starter-3", Open("kws01_starter_int8.tflite").ListIdentity.Name);
    }

    [Fact]
    public void The_pack_can_be_asked_for_where_official_files_are_at_hand()
    {
        WriteOfficial("models", "datasets");
        _environment["TINYBENCH_MODELS"] = _folder["models"];
        _environment["TINYBENCH_DATASETS"] = _folder["datasets"];
        Assert.Null(Open().Starter);
        Assert.NotNull(Open(onlyPack: true).Starter);
    }

    [Fact]
    public void An_official_model_under_another_name_is_refused_on_the_packs_samples()
    {
        var error = Assert.Throws<DatasetException>(() => Open(_folder.Write("mine.tflite", OfficialModel)));
        Assert.Contains("an official model", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_the_users_own_runs_on_the_packs_samples_and_has_no_committed_figure()
    {
        HostTask task = Open(_folder.Write("mine.tflite", [.. _pack.Model, 1]));
        Assert.NotNull(task.Starter);
        Assert.False(task.ModelFile.Sha256.Equals(task.Starter.Model.Sha256, StringComparison.Ordinal));
    }

    [Fact]
    public void The_packs_samples_in_a_folder_are_known_by_their_list()
    {
        _folder.Write("datasets/kws01/y_labels.csv", _pack.KwsList);
        _folder.Write("models/official.tflite", OfficialModel);
        _environment["TINYBENCH_MODELS"] = _folder["models"];
        _environment["TINYBENCH_DATASETS"] = _folder["datasets"];
        Assert.Throws<DatasetException>(() => Open());
        Assert.NotNull(Open(_folder["pack/kws01/kws01_starter_int8.tflite"]).Starter);
    }

    [Fact]
    public void A_changed_byte_of_the_packs_model_says_both_hashes()
    {
        byte[] changed = [.. _pack.Model];
        changed[^1] ^= 1;
        _pack.Write(model: changed);
        var error = Assert.Throws<HashMismatchException>(() => Open());
        Assert.Equal((TinyPack.Hash(_pack.Model), TinyPack.Hash(changed)), (error.Expected, error.Actual));
    }

    [Fact]
    public void A_task_that_the_pack_lacks_is_a_miss()
    {
        Directory.Delete(_folder["pack/kws01"], recursive: true);
        Assert.Throws<MissingFileException>(() => Open());
    }

    private HostTask Open(string? model = null, bool onlyPack = false) =>
        new TaskLocator(new ModelLocator(null, Environment), new DatasetLocator(null, Environment), new StarterPack(_pack.Path), onlyPack).Open(_task, model);

    private void WriteOfficial(string models, string datasets)
    {
        _folder.Write($"{models}/official.tflite", OfficialModel);
        _folder.Write($"{datasets}/kws01/y_labels.csv", "a.bin,4,0\n");
    }

    private string? Environment(string name) => _environment.GetValueOrDefault(name);
}
