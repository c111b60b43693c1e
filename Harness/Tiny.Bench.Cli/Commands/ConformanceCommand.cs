using System.CommandLine;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Reports;
using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench conformance</c>: is every bit what it should be, in a named dialect.</summary>
internal sealed class ConformanceCommand
{
    private readonly Option<string> _target = new("--target") { Description = "The system under test: host, or a board with our firmware as run --target names it.", DefaultValueFactory = _ => "host", HelpName = "T" };
    private readonly Option<string?> _vectors = CommonOptions.Path("--vectors", "Folder of kernel vectors in the neutral format.");
    private readonly Option<string?> _golden = CommonOptions.Path("--golden", "Golden file, or folder of them: whole models on the host, operator by operator.", "PATH");
    private readonly Option<string[]> _tasks = new("--task") { Description = "Task whose model runs on the board; may be repeated. Default: every task whose files are at hand.", HelpName = "ID" };
    private readonly Option<int?> _samples = CommonOptions.Samples($"Inputs of each model on a board. Default: {ModelConformance.DefaultInputs}.");
    private readonly Option<string?> _cutout = CommonOptions.Path("--cutout", "Folder that takes the smallest failing cases of a board, as vectors.");
    private readonly Option<bool> _findDialect = new("--find-dialect") { Description = "Only name the rule that explains the answers of the board, whatever it claims; also of one that only prints." };
    private readonly Option<string?> _waivers = CommonOptions.Path("--waivers", "JSON list of known failures: case, reason, link, expires.", "FILE");
    private readonly Option<string[]> _reports = new("--report") { Description = $"File that takes every case, its form by the extension: {string.Join(' ', ReportFile.Extensions)}; may be repeated.", HelpName = "FILE" };
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();
    private readonly Option<string?> _starter = CommonOptions.Starter();
    private readonly Option<string> _dialect = CommonOptions.DialectName();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly BoardOptionSet _boards = new();

    public static Command Create()
    {
        var conformance = new ConformanceCommand();
        var command = new Command("conformance", "Compare kernels, models and boards with exact answers. Without --vectors or --golden: the vectors and the whole models that ship with the tool.")
        {
            conformance._target, conformance._vectors, conformance._golden, conformance._tasks, conformance._samples, conformance._cutout, conformance._findDialect,
            conformance._waivers, conformance._reports, conformance._models, conformance._datasets, conformance._starter, conformance._dialect, conformance._json,
        };
        conformance._boards.AddBuildOptionsTo(command);

        // On a thread of its own, so that Ctrl-C ends the process also in the middle of a case, which nothing can cancel.
        command.SetAction((parsed, cancellation) => Task.Run(() => conformance.ExecuteAsync(parsed, cancellation), cancellation));
        command.Add(RequantizationCommand.Create());
        command.Add(GoldenRecordCommand.Create());
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? vectorFolder = parsed.GetValue(_vectors), goldenPath = parsed.GetValue(_golden);
        if (vectorFolder is not null && !Directory.Exists(vectorFolder))
            throw new RequestException($"--vectors {vectorFolder}: there is no such folder");
        if (goldenPath is not null && !Path.Exists(goldenPath))
            throw new RequestException($"--golden {goldenPath}: there is no such file or folder");
        string[] reportFiles = parsed.GetValue(_reports) ?? [];
        if (reportFiles.FirstOrDefault(path => !ReportFile.IsKnown(path)) is { } unknown)
            throw new RequestException($"--report {unknown} has no known form; expected a name that ends in one of {string.Join(' ', ReportFile.Extensions)}");
        var waivers = new WaiverList(parsed.GetValue(_waivers) is { } waiverFile ? WaiverFile.Load(waiverFile) : [], TimeProvider.System);

        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        var address = TargetAddress.Parse(parsed.GetRequiredValue(_target));
        if (parsed.GetValue(_findDialect))
            return await FindDialectAsync(parsed, address, cancellation);
        IReadOnlyList<ConformanceReport> reports = address.Scheme == TargetScheme.Host
            ? await OnHostAsync(parsed, vectorFolder, goldenPath, cancellation)
            : await OnBoardAsync(parsed, address, vectorFolder, cancellation);
        bool waiversHold = Review(waivers, reports, parsed.InvocationConfiguration.Error);
        reports = waivers.Apply(reports);
        foreach (string path in reportFiles)
            ReportFile.Write(path, ReportedRun.Of(address.ToString(), reports, started, TimeProvider.System.GetUtcNow()));
        if (parsed.GetValue(_json))
            JsonOutput.Write(parsed.InvocationConfiguration.Output, ConformanceJson.Of(reports));
        else
            ConformanceText.Write(parsed.InvocationConfiguration.Output, reports);
        return waiversHold && ConformanceReport.AreConformant(reports) ? ExitCode.Good : ExitCode.BadVerdict;
    }

    // One past its last day makes the run bad, whether its case fails or not: somebody has to look at it.
    private static bool Review(WaiverList waivers, IReadOnlyList<ConformanceReport> reports, TextWriter error)
    {
        string[] failed = [.. reports.SelectMany(report => report.Failures.Select(failure => failure.Case).Concat(report.Unsupported.Select(one => one.Case)))];
        foreach (string problem in waivers.Review([.. reports.SelectMany(report => report.Equal).Concat(failed)], failed))
            error.WriteLine(PlainText.Line(problem));
        return !waivers.All.Any(waivers.IsExpired);
    }

    private async Task<IReadOnlyList<ConformanceReport>> OnHostAsync(
        ParseResult parsed, string? vectorFolder, string? goldenPath, CancellationToken cancellation)
    {
        foreach (Option onBoardsOnly in new Option[] { _tasks, _samples, _cutout })
        {
            if (parsed.GetResult(onBoardsOnly) is { Implicit: false })
                throw new RequestException($"{onBoardsOnly.Name} is about boards; name one with --target");
        }

        Dialect dialect = CommonOptions.DialectOf(parsed, _dialect);
        StarterPack pack = CommonOptions.StarterPackOf(parsed, _starter);
        if (vectorFolder is null && goldenPath is null)
        {
            vectorFolder = ShippedVectors.Folder;
            goldenPath = Directory.Exists(pack.GoldenFolder) ? pack.GoldenFolder : null;
        }

        var display = new ProgressDisplay(parsed.InvocationConfiguration.Error);
        var reports = new List<ConformanceReport>();
        if (vectorFolder is not null)
        {
            using ProgressLine progress = display.Begin("vectors");
            reports.Add(await VectorConformance.RunAsync(vectorFolder, new HostVectorTarget(dialect), progress, cancellation));
        }

        if (goldenPath is not null)
        {
            using ProgressLine progress = display.Begin("golden inputs");
            var files = new GoldenFiles(parsed.GetValue(_models), parsed.GetValue(_datasets), goldenPath, SuiteLoader.Load(), pack);
            reports.Add(GoldenConformance.Run(goldenPath, files.LoadModel, files, dialect, progress, cancellation));
        }

        return reports;
    }

    private async Task<IReadOnlyList<ConformanceReport>> OnBoardAsync(
        ParseResult parsed, TargetAddress address, string? vectorFolder, CancellationToken cancellation)
    {
        if (parsed.GetValue(_golden) is not null)
            throw new RequestException("--golden runs on the host; leave --target away, or give --vectors");
        BoardTargets targets = Targets(parsed, address);
        var request = new TargetConformanceRequest
        {
            Target = address,
            VectorFolder = vectorFolder ?? ShippedVectors.Folder,
            Tasks = OpenTasks(parsed),
            Inputs = parsed.GetValue(_samples) ?? ModelConformance.DefaultInputs,
            Dialect = parsed.GetResult(_dialect) is { Implicit: false } ? CommonOptions.DialectOf(parsed, _dialect) : null,
            CutoutFolder = parsed.GetValue(_cutout),
        };
        return await new TargetConformance(targets, new ProgressDisplay(parsed.InvocationConfiguration.Error)).RunAsync(request, cancellation);
    }

    private async Task<int> FindDialectAsync(ParseResult parsed, TargetAddress address, CancellationToken cancellation)
    {
        if (address.Scheme == TargetScheme.Host)
            throw new RequestException("--find-dialect is about boards; name one with --target");
        BoardTargets targets = Targets(parsed, address);
        HostTask task = OpenTasks(parsed) is [var first, ..]
            ? first
            : throw new RequestException("--find-dialect runs a model with its samples; none is at hand. See --models and --datasets");
        var search = new DialectSearch(targets, new ProgressDisplay(parsed.InvocationConfiguration.Error));
        DialectFinding finding = await search.RunAsync(address, task, parsed.GetValue(_samples), cancellation);
        if (parsed.GetValue(_json))
            JsonOutput.Write(parsed.InvocationConfiguration.Output, DialectText.Json(address.ToString(), finding));
        else
            DialectText.Write(parsed.InvocationConfiguration.Output, address.ToString(), finding);
        return finding.Verdict.Exact is null ? ExitCode.BadVerdict : ExitCode.Good;
    }

    private BoardTargets Targets(ParseResult parsed, TargetAddress address)
    {
        BoardTargets targets = _boards.Targets(parsed);
        targets.RequireKnown(address);
        return targets;
    }

    private List<HostTask> OpenTasks(ParseResult parsed) => new TaskFinder(
        SuiteLoader.Load(null, []),
        CommonOptions.TaskLocatorOf(parsed, _models, _datasets, _starter),
        parsed.InvocationConfiguration.Error).Open(parsed.GetValue(_tasks) ?? []);
}
