using System.CommandLine;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench conformance record</c>: golden files of the starter pack's models.</summary>
internal sealed class GoldenRecordCommand
{
    private const int DefaultInputs = 4;

    private readonly Option<int?> _samples = CommonOptions.Samples($"Inputs of each model, spread over its list. Default: {DefaultInputs}.");
    private readonly Option<string?> _suite = CommonOptions.Path("--suite", "Another suite.json.", "PATH");
    private readonly Option<string?> _starter = CommonOptions.Path("--starter", "Another starter pack.");
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Folder for the files.");

    public static Command Create()
    {
        var record = new GoldenRecordCommand();
        record._out.Required = true;
        var command = new Command("record", "Write golden files of the starter pack's models, as the plain kernels compute them, for another machine to compare with.")
        {
            record._samples, record._suite, record._starter, record._out,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => record.Execute(parsed, cancellation), cancellation));
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        Suite suite = SuiteLoader.Load(parsed.GetValue(_suite));
        StarterPack pack = CommonOptions.StarterPackOf(parsed, _starter);
        string output = Directory.CreateDirectory(parsed.GetRequiredValue(_out)!).FullName;
        foreach (BenchmarkTask task in suite.Tasks.Where(pack.Has))
        {
            cancellation.ThrowIfCancellationRequested();
            string file = task.Starter!.Model.File, source = StarterInputs.SourceOf(task.Id);
            StarterInputs inputs = StarterInputs.Find(source, suite, pack)!;
            int count = Math.Min(parsed.GetValue(_samples) ?? DefaultInputs, inputs.Count);
            GoldenFile golden = GoldenRecorder.Record(file, TfliteModel.Parse(pack.LoadModel(task).Bytes, file), source, inputs, count);
            string path = Path.Combine(output, Path.ChangeExtension(file, ".json"));
            File.WriteAllText(path, golden.ToJson());
            parsed.InvocationConfiguration.Output.WriteLine(path);
        }

        return ExitCode.Good;
    }
}
