using System.Text.Json.Nodes;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Suites;

public sealed class SuiteLoaderTests : IDisposable
{
    private static readonly string HashA = new('a', 64);

    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = $"TB{Guid.NewGuid():N}__";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_every_member()
    {
        Suite suite = Load(Minimal());
        Assert.Equal("7", suite.Version);
        Assert.Equal(new PerformanceRule(5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.25)), suite.Performance);
        BenchmarkTask task = Assert.Single(suite.Tasks);
        Assert.Equal(("kws01", "Keywords", "kws", 0.9), (task.Id, task.Title, task.Dataset, task.TargetValue));
        Assert.Equal((InputKind.Int8, ResultPrinting.Cut, QualityMetric.TopOne), (task.Input, task.Results, task.Metric));
        Assert.Equal(new ModelReference("m.tflite", HashA), Assert.Single(task.Models));
        Assert.Equal("no yes", string.Join(' ', task.Labels));
        Assert.Equal(new KnownList("official", HashA, Official: true, 1000), Assert.Single(task.Lists));
        Assert.Same(task, suite.FindTask("kws01"));
        Assert.Null(suite.FindTask("none"));
    }

    [Fact]
    public void A_task_of_ones_own_may_have_a_front_end_and_a_manifest_and_no_known_list()
    {
        JsonObject suite = Minimal();
        JsonObject task = suite["tasks"]!["kws01"]!.AsObject();
        task["input"] = "float32";
        task["frontEnd"] = "log-mel";
        task["manifest"] = "clips.csv";
        task.Remove("lists");
        BenchmarkTask read = Assert.Single(Load(suite).Tasks);
        Assert.Equal((InputKind.Float32, FrontEndKind.LogMel, "clips.csv"), (read.Input, read.FrontEnd, read.Manifest));
        Assert.Empty(read.Lists);
    }

    [Theory]
    [InlineData("tasks.kws01.target", "0.5")]
    [InlineData("tasks:kws01:target", "0.5")]
    public void The_command_line_overrides_the_file(string key, string value) =>
        Assert.Equal(0.5, Load(Minimal(), (key, value)).Tasks[0].TargetValue);

    [Fact]
    public void The_environment_overrides_the_file_and_the_command_line_overrides_both()
    {
        string variable = _prefix + "TASKS__KWS01__TARGET";
        Environment.SetEnvironmentVariable(variable, "0.25");
        try
        {
            BenchmarkTask task = Assert.Single(Load(Minimal()).Tasks);
            Assert.Equal(("kws01", 0.25), (task.Id, task.TargetValue));
            Assert.Equal(0.125, Load(Minimal(), ("tasks.kws01.target", "0.125")).Tasks[0].TargetValue);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public void An_element_of_an_array_is_overridden_by_its_index() =>
        Assert.Equal("other.tflite", Load(Minimal(), ("tasks.kws01.models.0.file", "other.tflite")).Tasks[0].Models[0].File);

    [Theory]
    [InlineData("tasks.kws01.targt", "0.5", "tasks.kws01.targt: is not known")]
    [InlineData("verison", "1", "verison: is not known")]
    [InlineData("performance.speed", "1", "performance.speed: is not known")]
    [InlineData("tasks.kws01.models.0.size", "1", "tasks.kws01.models[0].size: is not known")]
    [InlineData("tasks.kws01.lists.0.size", "1", "tasks.kws01.lists[0].size: is not known")]
    [InlineData("tasks.kws01.target", "1.5", "tasks.kws01.target: is \"1.5\"; expected a number from 0 to 1")]
    [InlineData("tasks.kws01.target", "NaN", "tasks.kws01.target: is \"NaN\"")]
    [InlineData("tasks.kws01.target", "0,9", "tasks.kws01.target: is \"0,9\"")]
    [InlineData("tasks.kws01.target", "", "tasks.kws01.target: is missing or empty")]
    [InlineData("tasks.kws01.metric", "top5", "tasks.kws01.metric: is \"top5\"; expected one of top1, auc")]
    [InlineData("tasks.kws01.metric", "auc", "tasks.kws01.metric: does not fit the input")]
    [InlineData("tasks.kws01.results", "six digits", "tasks.kws01.results: is \"six digits\"; expected one of rounded, cut, trailing-comma, mean-square")]
    [InlineData("tasks.kws01.results", "mean-square", "tasks.kws01.results: does not fit the input")]
    [InlineData("tasks.kws01.frontEnd", "mfcc", "tasks.kws01.frontEnd: does not fit the input; expected float32")]
    [InlineData("tasks.kws01.frontEnd", "fft", "tasks.kws01.frontEnd: is \"fft\"; expected one of mfcc, log-mel, filter-bank")]
    [InlineData("tasks.kws01.manifest", "../clips.csv", "tasks.kws01.manifest: is \"../clips.csv\"; expected a name without folders")]
    [InlineData("tasks.kws01.models.0.sha256", "12", "tasks.kws01.models[0].sha256: is \"12\"; expected a SHA-256")]
    [InlineData("tasks.kws01.models.0.file", "../m.tflite", "tasks.kws01.models[0].file: is \"../m.tflite\"; expected a name without folders")]
    [InlineData("tasks.kws01.models.first", "m", "tasks.kws01.models.first: is not known; tasks.kws01.models is an array")]
    [InlineData("tasks.kws01.models", "m", "tasks.kws01.models: is \"m\"; expected an array")]
    [InlineData("tasks.kws01.dataset", "..", "tasks.kws01.dataset: is \"..\"")]
    [InlineData("tasks.kws01.title.en", "x", "tasks.kws01.title: is an object or array; expected a text")]
    [InlineData("tasks.kws01.lists.0.official", "maybe", "tasks.kws01.lists[0].official: is \"maybe\"; expected true or false")]
    [InlineData("tasks.kws01.lists.0.samples", "0", "tasks.kws01.lists[0].samples: is \"0\"")]
    [InlineData("performance.windows", "-5", "performance.windows: is \"-5\"; expected a whole number from 1 to 1000")]
    [InlineData("performance.quickWindowSeconds", "0", "performance.quickWindowSeconds: is \"0\"")]
    public void Says_which_member_is_wrong_and_what_was_expected(string key, string value, string fault)
    {
        var error = Assert.Throws<SuiteException>(() => Load(Minimal(), (key, value)));
        Assert.StartsWith(fault, Assert.Single(error.Faults), StringComparison.Ordinal);
        Assert.Equal(_folder["suite.json"], error.Where);
    }

    [Fact]
    public void Reports_all_faults_together()
    {
        JsonObject suite = Minimal();
        suite.Remove("version");
        suite["extra"] = 1;
        suite["tasks"]!["kws01"]!["target"] = "high";
        suite["tasks"]!["kws01"]!["lists"]![0]!["name"] = null;
        suite["tasks"]!["kws-02"] = new JsonObject { ["title"] = "x" };
        var error = Assert.Throws<SuiteException>(() => Load(suite));
        foreach (string start in new[] { "version:", "extra:", "tasks.kws01.target:", "tasks.kws01.lists[0].name:", "tasks.kws-02:", "tasks.kws-02.models:" })
            Assert.Contains(error.Faults, fault => fault.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"version\": \"1\", ")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 1, \"version\": 2 }")]
    [InlineData("")]
    public void Says_that_a_file_is_no_json_object(string text)
    {
        string path = _folder.Write("suite.json", text);
        var error = Assert.Throws<SuiteException>(() => SuiteLoader.Load(path, [], _prefix));
        Assert.Contains("JSON", Assert.Single(error.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_miss() =>
        Assert.Throws<MissingFileException>(() => SuiteLoader.Load(_folder["none.json"], [], _prefix));

    [Fact]
    public void The_suite_that_ships_lies_beside_the_program_and_has_no_fault()
    {
        Suite suite = SuiteLoader.Load(SuiteLoader.DefaultPath, [], _prefix);
        Assert.Equal("ad01 ic01 ic02 kws01 vww01", string.Join(' ', suite.Tasks.Select(task => task.Id)));
        Assert.Equal(new PerformanceRule(5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.2)), suite.Performance);
    }

    // Targets of the closed division, MLPerf Tiny v1.4; the number of labels is the number of classes of the official lists.
    [Theory]
    [InlineData("kws01", 0.90, "kws01", 12)]
    [InlineData("vww01", 0.80, "vww01", 2)]
    [InlineData("ic01", 0.85, "ic01", 10)]
    [InlineData("ic02", 0.91, "ic01", 10)]
    [InlineData("ad01", 0.85, "ad01", 2)]
    public void The_suite_that_ships_has_the_official_targets(string id, double target, string dataset, int classes)
    {
        BenchmarkTask task = SuiteLoader.Load(SuiteLoader.DefaultPath, [], _prefix).FindTask(id)!;
        Assert.Equal((target, dataset, classes), (task.TargetValue, task.Dataset, task.Labels.Count));
    }

    // What the reference firmware of each task prints: Boards/docs/protocol.md section 6.
    [Theory]
    [InlineData("kws01", ResultPrinting.Cut)]
    [InlineData("vww01", ResultPrinting.TrailingComma)]
    [InlineData("ic01", ResultPrinting.Rounded)]
    [InlineData("ad01", ResultPrinting.MeanSquare)]
    public void The_suite_that_ships_prints_as_the_reference_firmware(string id, ResultPrinting results) =>
        Assert.Equal(results, SuiteLoader.Load(SuiteLoader.DefaultPath, [], _prefix).FindTask(id)!.Results);

    [Fact]
    public void Reads_the_starter_set_and_gives_it_the_tasks_labels()
    {
        StarterSet starter = Load(WithStarter()).Tasks[0].Starter!;
        Assert.Equal((new ModelReference("s.tflite", HashA), new KnownList("starter-200", HashA, Official: false, 200)), (starter.Model, starter.List));
        Assert.Equal("no yes", string.Join(' ', starter.Labels));
        Assert.Equal((181, null), (starter.Correct, starter.Threshold));
        Assert.Null(Load(Minimal()).Tasks[0].Starter);
    }

    [Fact]
    public void On_the_starter_pack_a_task_has_the_packs_model_list_and_labels()
    {
        BenchmarkTask task = Load(WithStarter(), ("tasks.kws01.starter.labels.0", "low"), ("tasks.kws01.starter.labels.1", "high")).Tasks[0].OnStarterPack();
        Assert.Equal("s.tflite starter-200 low high", $"{task.Models.Single().File} {task.Lists.Single().Name} {string.Join(' ', task.Labels)}");
        Assert.Equal("kws01", task.Id);
    }

    [Theory]
    [InlineData("tasks.kws01.starter.correct", "201", "tasks.kws01.starter.correct: is \"201\"; expected a whole number from 0 to 200")]
    [InlineData("tasks.kws01.starter.threshold", "1", "tasks.kws01.starter.threshold: is not known")]
    [InlineData("tasks.kws01.starter.model.file", "../s.tflite", "tasks.kws01.starter.model.file: is \"../s.tflite\"")]
    [InlineData("tasks.kws01.starter.list.official", "true", "tasks.kws01.starter.list.official: is not known")]
    public void Names_what_is_wrong_in_a_starter_set(string key, string value, string fault)
    {
        var error = Assert.Throws<SuiteException>(() => Load(WithStarter(), (key, value)));
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    private static JsonObject WithStarter()
    {
        JsonObject suite = Minimal();
        suite["tasks"]!["kws01"]!["starter"] = JsonNode.Parse($$"""
            { "model": { "file": "s.tflite", "sha256": "{{HashA}}" }, "list": { "name": "starter-200", "sha256": "{{HashA}}", "samples": 200 }, "correct": 181 }
            """);
        return suite;
    }

    private Suite Load(JsonObject suite, params (string Key, string Value)[] overrides)
    {
        string path = _folder.Write("suite.json", suite.ToJsonString());
        return SuiteLoader.Load(path, overrides.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)), _prefix);
    }

    private static JsonObject Minimal() => JsonNode.Parse($$"""
        {
          "version": "7",
          "performance": { "windows": 5, "minimumWindowSeconds": 10, "quickWindowSeconds": 0.25 },
          "tasks": {
            "kws01": {
              "title": "Keywords", "dataset": "kws", "input": "int8", "results": "cut", "metric": "top1", "target": 0.9,
              "models": [{ "file": "m.tflite", "sha256": "{{HashA.ToUpperInvariant()}}" }],
              "labels": ["no", "yes"],
              "lists": [{ "name": "official", "sha256": "{{HashA}}", "official": true, "samples": 1000 }]
            }
          }
        }
        """)!.AsObject();
}
