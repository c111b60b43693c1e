using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench model compile FILE</c>: a model as the blob that boards run.</summary>
internal sealed class ModelCompileCommand
{
    private readonly Argument<string> _file = CommonOptions.ModelFile();
    private readonly Option<string?> _task = new("--task") { Description = "The task whose inputs and results the board reads and prints. Default: the one that names the model.", HelpName = "ID" };
    private readonly Option<string> _dialect = CommonOptions.DialectName();
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Where the plan is written. Default: nowhere, only its sizes are told.", "FILE.tbplan");
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Create()
    {
        var compile = new ModelCompileCommand();
        compile._dialect.AcceptOnlyFromAmong(Dialect.DoubleRounding.Name(), Dialect.SingleRounding.Name());
        var command = new Command("compile", "Lower a model to the plan that the firmware runs, and tell what it takes.")
        {
            compile._file, compile._task, compile._dialect, compile._out, compile._json,
        };
        command.SetAction(compile.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        TfliteModel model = ModelCommand.Read(parsed.GetRequiredValue(_file));
        BenchmarkTask task = FindTask(SuiteLoader.Load(), parsed.GetValue(_task), model);
        byte[] plan = PlanCompiler.Compile(model, task.PlanOptions(CommonOptions.DialectOf(parsed, _dialect)));
        string? path = parsed.GetValue(_out);
        if (path is not null)
            File.WriteAllBytes(path, plan);

        var summary = PlanSummary.Of(PlanImage.Read(plan, model.Source), model.Source, new Interpreter(model).Plan.Size, path);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, summary);
        else
            summary.Print(output);
        return ExitCode.Good;
    }

    private static BenchmarkTask FindTask(Suite suite, string? id, TfliteModel model)
    {
        string known = string.Join(", ", suite.Tasks.Select(task => task.Id));
        if (id is not null)
            return suite.FindTask(id) ?? throw new RequestException($"--task {id} is not in the suite; expected one of {known}");
        return suite.FindByModel(model.Sha256)
            ?? throw new RequestException($"no task of the suite names the model {model.Source} (SHA-256 {model.Sha256}); give --task, one of {known}");
    }
}
