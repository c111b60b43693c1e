using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Quantizing;
using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench model compare A B DATA</c>: two models on the same samples.</summary>
internal sealed class ModelCompareCommand
{
    // Enough for a mean over all elements of a tensor; the whole list would take as long again as the answers.
    private const int LayerInputs = 50;

    private readonly Argument<string> _first = new("A") { Description = "A .tflite file: float, int8 or int16." };
    private readonly Argument<string> _second = new("B") { Description = "Another." };
    private readonly Argument<string> _data = new("DATA") { Description = "A folder with a y_labels.csv, or a task of the suite." };
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly SampleOptionSet _samples = new();

    public static Command Create()
    {
        var compare = new ModelCompareCommand();
        var command = new Command("compare", "Accuracy, costs and per-layer error of two models on the same samples.")
        {
            compare._first, compare._second, compare._data, compare._json,
        };
        compare._samples.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => compare.ExecuteAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        RealInterpreter first = Prepare(parsed, _first), second = Prepare(parsed, _second);
        if (first.InputLength != second.InputLength || first.OutputLength != second.OutputLength)
        {
            throw new RequestException(
                $"{Name(first)} takes {first.InputLength} values and gives {first.OutputLength}, {Name(second)} {second.InputLength} and {second.OutputLength}; expected the same of both");
        }

        RealSampleSet samples = await _samples.ReadAsync(parsed, parsed.GetRequiredValue(_data), first.InputLength, cancellation);
        var display = new ProgressDisplay(parsed.InvocationConfiguration.Error);
        var summary = ModelComparisonSummary.Of(
            (first, Answer(first, samples, display, cancellation)),
            (second, Answer(second, samples, display, cancellation)),
            new LayerComparison(first, second).Run(samples.Inputs.Take(LayerInputs), cancellation));
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, summary);
        else
            summary.Print(output);
        return ExitCode.Good;
    }

    private static RealInterpreter Prepare(ParseResult parsed, Argument<string> file) => new(ModelCommand.Read(parsed.GetRequiredValue(file)));

    private static string Name(RealInterpreter model) => model.Interpreter.Model.Source;

    private static ModelAnswers Answer(RealInterpreter model, RealSampleSet samples, ProgressDisplay display, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin(Name(model));
        return ModelAnswers.Of(model, samples.Samples, done => progress.Report((done, samples.Samples.Count)), cancellation);
    }
}
