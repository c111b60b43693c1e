using System.CommandLine;
using Tiny.Bench.Boards.Energy;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench run</c>: tasks on a system, with whatever data is at hand.</summary>
internal sealed class RunCommand
{
    private readonly Option<string[]> _tasks = new("--task") { Description = "Task to run; may be repeated. Default: every task whose files are at hand.", HelpName = "ID" };
    private readonly Option<string[]> _modes = new("--mode") { Description = "What to measure; may be repeated. Default: accuracy; without --task on the host also performance, in short windows.", DefaultValueFactory = _ => ["accuracy"] };
    private readonly Option<string[]> _target = new("--target") { Description = "The system under test: host, qemu:NAME[@BAUD], serial:PATH[@BAUD], tcp://host:port, unix:///path, replay:LOG or a name of the board catalogue; may be repeated, boards then run side by side.", DefaultValueFactory = _ => ["host"] };
    private readonly Option<int?> _samples = CommonOptions.Samples("Only the first N samples of the list (accuracy), or N inputs (conformance; 20).");
    private readonly Option<bool> _quick = new("--quick") { Description = "Short windows (performance); the record says so." };
    private readonly Option<string?> _model = CommonOptions.Path("--model", "Another model of the task by its name in the suite, or the path of any .tflite.", "FILE");
    private readonly Option<string?> _suite = CommonOptions.Path("--suite", "Another suite.json.", "PATH");
    private readonly Option<string[]> _set = new("--set") { Description = "Override a member of the suite, such as tasks.kws01.target=0.9; may be repeated.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Folder for the run records.");
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();
    private readonly Option<string?> _starter = CommonOptions.Starter();
    private readonly Option<string> _dialect = CommonOptions.DialectName();
    private readonly Option<KernelSet> _kernels = CommonOptions.Kernels();
    private readonly Option<int?> _threads = CommonOptions.Threads();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly BoardOptionSet _boards = new();
    private readonly MeterOptionSet _meter = new();

    public static Command Create()
    {
        var run = new RunCommand();
        run._out.DefaultValueFactory = _ => "out";
        run._modes.AcceptOnlyFromAmong("accuracy", "performance", "energy", "conformance");
        var command = new Command("run", "Run the suite's tasks and write a record of each run.")
        {
            run._tasks, run._modes, run._target, run._samples, run._quick, run._model, run._dialect,
            run._datasets, run._models, run._starter, run._suite, run._set, run._kernels, run._threads, run._out, run._json,
        };
        run._boards.AddTo(command);
        run._meter.AddTo(command);

        // On a thread of its own, so that Ctrl-C ends the process also in the middle of an inference, which nothing can cancel.
        command.SetAction((parsed, cancellation) => Task.Run(() => run.ExecuteAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        List<TargetAddress> targets = [.. parsed.GetRequiredValue(_target).Select(TargetAddress.Parse).Distinct()];
        bool isSurvey = IsSurvey(parsed, targets);
        RunMode[] modes = isSurvey
            ? [RunMode.Accuracy, RunMode.Performance]
            : [.. parsed.GetRequiredValue(_modes).Distinct(StringComparer.Ordinal).Select(mode => Enum.Parse<RunMode>(mode, ignoreCase: true))];
        if (modes.Contains(RunMode.Conformance) && targets.Exists(target => target.Scheme == TargetScheme.Host))
            throw new RequestException("--mode conformance compares a board with the host; name one with --target, or see tinybench conformance");
        BoardTargets boardTargets = _boards.Targets(parsed);
        targets.ForEach(boardTargets.RequireKnown);
        EnergyRequest? metered = modes.Contains(RunMode.Energy) ? _meter.Request(parsed) : null;
        if (metered is not null)
            targets.ForEach(target => MeterOptionSet.RequireMeasurable(metered, target, boardTargets));
        Suite suite = SuiteLoader.Load(parsed.GetValue(_suite), Overrides(parsed));
        TextWriter error = parsed.InvocationConfiguration.Error, output = parsed.InvocationConfiguration.Output;
        List<HostTask> tasks = OpenTasks(parsed, suite, error);
        bool json = parsed.GetValue(_json);
        if (tasks.Count == 0)
            return await CheckShippedVectorsAsync(parsed, json, cancellation);

        string outputFolder = parsed.GetRequiredValue(_out)!;
        RunRecordStore.RequireWritable(outputFolder);
        var records = new RunRecords(suite, outputFolder);
        var display = new ProgressDisplay(error);
        int threads = CommonOptions.ThreadsOf(parsed, _threads);
        var host = new HostRunner(suite, CommonOptions.DialectOf(parsed, _dialect), records, display, TimeProvider.System, threads);
        var boards = new BoardRunner(suite, boardTargets, records, display, TimeProvider.System, threads);
        EnergyRunner? energy = metered is null ? null : new EnergyRunner(suite, boardTargets, metered, records, display, TimeProvider.System);
        var request = new BoardRequest(parsed.GetValue(_samples), parsed.GetValue(_quick) || isSurvey, _boards.KeepsTranscript(parsed), _boards.Resumes(parsed));
        Lock printing = new();

        List<RunReport>[] reports = await Task.WhenAll(targets.Select(target => RunTargetAsync(target, cancellation)));
        if (json)
        {
            JsonOutput.Write(output, new { Runs = reports.SelectMany(each => each).Select(RunJson.Of) });
        }
        else
        {
            output.WriteLine();
            RunTable.Write(output, [.. reports.SelectMany(each => each)]);
        }

        return Array.TrueForAll(reports, each => each.TrueForAll(report => report.IsGood)) ? ExitCode.Good : ExitCode.BadVerdict;

        // Boards side by side, the tasks of one board one after the other.
        async Task<List<RunReport>> RunTargetAsync(TargetAddress target, CancellationToken cancellation)
        {
            var done = new List<RunReport>();
            foreach (HostTask task in tasks)
            {
                RunMode[] others = [.. modes.Where(mode => mode != RunMode.Energy)];
                List<RunReport> results = others.Length == 0 ? [] : [.. target.Scheme == TargetScheme.Host
                    ? await RunHostAsync(host, task, others, request, cancellation)
                    : await boards.RunAsync(target, task, others, request, cancellation)];
                if (energy is not null)
                    results.Add(await energy.RunAsync(target, task, request, cancellation));
                done.AddRange(results);
                lock (printing)
                {
                    if (!json)
                        display.Around(() => WriteAll(output, results));
                }
            }

            return done;
        }
    }

    private static void WriteAll(TextWriter output, IReadOnlyList<RunReport> reports)
    {
        foreach (RunReport report in reports)
            RunText.Write(output, report);
    }

    private static async Task<IReadOnlyList<RunReport>> RunHostAsync(
        HostRunner host, HostTask task, RunMode[] modes, BoardRequest request, CancellationToken cancellation)
    {
        var reports = new List<RunReport>();
        foreach (RunMode mode in modes)
        {
            reports.Add(mode == RunMode.Performance
                ? await host.RunPerformanceAsync(task, request.Quick, cancellation)
                : await host.RunAccuracyAsync(task, request.Samples, cancellation));
        }

        return reports;
    }

    private List<HostTask> OpenTasks(ParseResult parsed, Suite suite, TextWriter error)
    {
        string? model = parsed.GetValue(_model);
        string[] asked = parsed.GetValue(_tasks) ?? [];
        if (model is not null && asked.Length != 1)
            throw new RequestException("--model needs exactly one --task");
        return new TaskFinder(suite, CommonOptions.TaskLocatorOf(parsed, _models, _datasets, _starter, parsed.GetValue(_kernels)), error).Open(asked, model);
    }

    // Nothing in particular is asked for: what there is, and roughly how fast.
    private bool IsSurvey(ParseResult parsed, List<TargetAddress> targets) =>
        parsed.GetResult(_modes) is not { Implicit: false }
        && parsed.GetResult(_tasks) is not { Implicit: false }
        && targets.TrueForAll(target => target.Scheme == TargetScheme.Host);

    private IEnumerable<KeyValuePair<string, string>> Overrides(ParseResult parsed)
    {
        foreach (string pair in parsed.GetValue(_set) ?? [])
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new RequestException($"--set {pair}: expected KEY=VALUE");
            yield return KeyValuePair.Create(pair[..equals], pair[(equals + 1)..]);
        }
    }

    // Folders were named that hold no task. What ships can still be checked, to the bit.
    private async Task<int> CheckShippedVectorsAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        Dialect dialect = CommonOptions.DialectOf(parsed, _dialect);
        var target = new HostVectorTarget(dialect, parsed.GetValue(_kernels));
        ConformanceReport report;
        using (ProgressLine progress = new ProgressDisplay(parsed.InvocationConfiguration.Error).Begin("vectors"))
            report = await VectorConformance.RunAsync(ShippedVectors.Folder, target, progress, CommonOptions.ThreadsOf(parsed, _threads), cancellation);
        if (json)
        {
            JsonOutput.Write(output, new { Runs = Array.Empty<RunJson>(), Conformance = ConformanceJson.Of([report]) });
        }
        else
        {
            output.WriteLine($"No official model with its data set is at hand, so the kernels were checked on the {report.Total} vectors that ship with the tool.");
            foreach (string line in report.Summary)
                output.WriteLine($"  {line}");
            output.WriteLine($"{report.Passed} of {report.Total} equal ({dialect.Name()}): {ConformanceJson.VerdictOf(report.IsConformant)}");
            output.WriteLine();
            output.WriteLine(OfficialFilesHelp.Text);
        }

        return report.IsConformant ? ExitCode.Good : ExitCode.BadVerdict;
    }
}
