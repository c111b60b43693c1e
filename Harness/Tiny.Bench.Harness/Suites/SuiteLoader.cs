using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Harness.Suites;

/// <summary>Reads <c>suite.json</c>: the file, then the environment, then the command line, the later over the earlier.</summary>
/// <remarks>
/// A member is named by its path: <c>tasks.ad01.target</c> on the command line, <c>TINYBENCH_SUITE__TASKS__AD01__TARGET</c> in the environment.
/// Unknown members are refused, wherever they come from.
/// </remarks>
public static class SuiteLoader
{
    /// <summary>Start of the environment variables that override members.</summary>
    public const string EnvironmentPrefix = "TINYBENCH_SUITE__";

    // What a plan's header holds: Boards/docs/plan.md section 1.
    private const int LongestId = 15;

    /// <summary>The suite that comes with the program: beside the executable.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "suite.json");

    /// <summary>Reads and checks a suite.</summary>
    /// <param name="path">The file; null for <see cref="DefaultPath"/>.</param>
    /// <param name="overrides">Members from the command line: path with dots or colons, and value.</param>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="SuiteException">All faults of file and overrides together.</exception>
    public static Suite Load(string? path = null, IEnumerable<KeyValuePair<string, string>>? overrides = null) =>
        Load(path ?? DefaultPath, overrides ?? [], EnvironmentPrefix);

    internal static Suite Load(string path, IEnumerable<KeyValuePair<string, string>> overrides, string environmentPrefix)
    {
        var faults = new List<string>();
        var root = new SuiteSection(ReadMembers(path, overrides, environmentPrefix), "", faults);
        Suite suite = ReadSuite(root);
        return faults.Count == 0 ? suite : throw new SuiteException(path, faults);
    }

    private static IConfiguration ReadMembers(string path, IEnumerable<KeyValuePair<string, string>> overrides, string environmentPrefix)
    {
        if (!File.Exists(path))
            throw new MissingFileException("suite", [Path.GetFullPath(path)], "It comes with the program, beside the executable.");
        try
        {
            using FileStream file = File.OpenRead(path);
            return new ConfigurationBuilder()
                .AddJsonStream(file)
                .AddEnvironmentVariables(environmentPrefix)
                .AddInMemoryCollection(overrides.Select(pair => KeyValuePair.Create<string, string?>(pair.Key.Replace('.', ':'), pair.Value)))
                .Build();
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            throw new SuiteException(path, [$"$: is not a JSON object as expected: {problem.Message}"], problem);
        }
    }

    private static Suite ReadSuite(SuiteSection root)
    {
        var suite = new Suite
        {
            Version = root.Text("version"),
            Performance = ReadPerformance(root.Object("performance")),
            Tasks = [.. root.Named("tasks").Select(task => ReadTask(root, task.Name, task.Section)).OrderBy(task => task.Id, StringComparer.Ordinal)],
        };
        root.RefuseOthers();
        return suite;
    }

    private static PerformanceRule ReadPerformance(SuiteSection section)
    {
        var rule = new PerformanceRule(
            section.Count("windows", 1, 1000),
            TimeSpan.FromSeconds(section.Number("minimumWindowSeconds", 0.001, 3600)),
            TimeSpan.FromSeconds(section.Number("quickWindowSeconds", 0.001, 3600)));
        section.RefuseOthers();
        return rule;
    }

    private static BenchmarkTask ReadTask(SuiteSection root, string name, SuiteSection section)
    {
        // The environment writes names in capitals; an id is in lower case.
        string id = name.ToLowerInvariant();
        if (id.Length > LongestId || !id.All(char.IsAsciiLetterOrDigit))
            root.Fault($"tasks.{name}", $"is no task id; expected at most {LongestId} letters and digits");

        InputKind? input = section.OneOf(
            "input",
            ("int8", InputKind.Int8),
            ("uint8-minus-128", InputKind.UInt8Minus128),
            ("float32-windows", InputKind.Float32Windows),
            ("float32", InputKind.Float32));
        FrontEndKind? frontEnd = !section.Has("frontEnd") ? null : section.OneOf(
            "frontEnd",
            ("mfcc", FrontEndKind.Mfcc),
            ("log-mel", FrontEndKind.LogMel),
            ("filter-bank", FrontEndKind.FilterBank));
        if (frontEnd is not null && input is InputKind.Int8 or InputKind.UInt8Minus128)
            section.Fault("frontEnd", "does not fit the input; expected float32 or float32-windows with it");
        ResultPrinting? results = section.OneOf(
            "results",
            ("rounded", ResultPrinting.Rounded),
            ("cut", ResultPrinting.Cut),
            ("trailing-comma", ResultPrinting.TrailingComma),
            ("mean-square", ResultPrinting.MeanSquare));
        QualityMetric? metric = section.OneOf("metric", ("top1", QualityMetric.TopOne), ("auc", QualityMetric.Auc));
        if (input is not null && metric is not null && (input == InputKind.Float32Windows) != (metric == QualityMetric.Auc))
            section.Fault("metric", "does not fit the input; expected auc with float32-windows, top1 with the others");
        if (input is not null && results is not null && (input == InputKind.Float32Windows) != (results == ResultPrinting.MeanSquare))
            section.Fault("results", "does not fit the input; expected mean-square with float32-windows, another with the others");

        var task = new BenchmarkTask
        {
            Id = id,
            Title = section.Text("title"),
            Dataset = section.FileName("dataset"),
            Input = input ?? default,
            Results = results ?? default,
            Metric = metric ?? default,
            TargetValue = section.Number("target", 0, 1),
            Models = [.. section.Items("models").Select(ReadModel)],
            Labels = section.Texts("labels"),
            Lists = section.Has("lists") ? [.. section.Items("lists").Select(ReadList)] : [],
            FrontEnd = frontEnd,
            Manifest = section.Has("manifest") ? section.FileName("manifest") : null,
        };
        if (section.Has("starter"))
            task = task with { Starter = ReadStarter(section.Object("starter"), task) };
        section.RefuseOthers();
        return task;
    }

    private static StarterSet ReadStarter(SuiteSection section, BenchmarkTask task)
    {
        SuiteSection list = section.Object("list");
        var known = new KnownList(list.Text("name"), list.Sha256("sha256"), Official: false, list.Count("samples", 1, int.MaxValue));
        list.RefuseOthers();
        var starter = new StarterSet
        {
            Model = ReadModel(section.Object("model")),
            List = known,
            Labels = section.Has("labels") ? section.Texts("labels") : task.Labels,
            Threshold = task.Metric == QualityMetric.Auc ? section.Number("threshold", 0, double.MaxValue) : null,
            Correct = section.Count("correct", 0, known.Samples),
        };
        section.RefuseOthers();
        return starter;
    }

    private static ModelReference ReadModel(SuiteSection section)
    {
        var model = new ModelReference(section.FileName("file"), section.Sha256("sha256"));
        section.RefuseOthers();
        return model;
    }

    private static KnownList ReadList(SuiteSection section)
    {
        var list = new KnownList(section.Text("name"), section.Sha256("sha256"), section.Flag("official"), section.Count("samples", 1, int.MaxValue));
        section.RefuseOthers();
        return list;
    }
}
