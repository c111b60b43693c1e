using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Conversion;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data convert --task ID SOURCE --out DIR</c>: a raw data set as official inputs.</summary>
internal sealed class DataConvertCommand
{
    // More names than a screen takes help nobody.
    private const int NamesShown = 5;

    private readonly Argument<string> _source = new("SOURCE") { Description = "The raw data set: a folder, or for ic01 and ic02 one batch." };
    private readonly Option<string> _task = new("--task") { Description = "The task that the inputs are for.", HelpName = "ID", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "Folder of data sets, in which a new folder is made: what --datasets takes.", HelpName = "DIR", Required = true };
    private readonly Option<string?> _list = CommonOptions.Path("--list", "A y_labels.csv that says which samples, in which order. Default: all that the source has.", "FILE");
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Create()
    {
        var convert = new DataConvertCommand();
        convert._task.AcceptOnlyFromAmong([.. RawForm.All.Select(form => form.Task)]);
        var command = new Command("convert", "Write a raw data set (CIFAR-10, Speech Commands, ToyCar, pictures) as official inputs with their list.")
        {
            convert._source, convert._task, convert._out, convert._list, convert._json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => convert.Execute(parsed, cancellation), cancellation));
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        string task = parsed.GetRequiredValue(_task);
        RawForm form = RawForm.All.First(candidate => candidate.Task == task);
        InvocationConfiguration streams = parsed.InvocationConfiguration;
        ConvertedDataset converted;
        using (ProgressLine progress = new ProgressDisplay(streams.Error).Begin($"{task} inputs"))
        {
            converted = DatasetConverter.Convert(
                form, parsed.GetRequiredValue(_source), parsed.GetRequiredValue(_out), parsed.GetValue(_list), progress, cancellation);
        }

        if (parsed.GetValue(_json))
            JsonOutput.Write(streams.Output, new { task, converted.Folder, converted.Samples, converted.ListSha256, converted.PassedOver });
        else
            Print(streams, converted);
        return ExitCode.Good;
    }

    private static void Print(InvocationConfiguration streams, ConvertedDataset converted)
    {
        foreach (string file in converted.PassedOver.Take(NamesShown))
            streams.Error.WriteLine($"{PlainText.Lines(file)}: passed over, is no sample of this task");
        if (converted.PassedOver.Count > NamesShown)
            streams.Error.WriteLine($"and {converted.PassedOver.Count - NamesShown} more");
        streams.Output.WriteLine($"{converted.Samples} samples in {converted.Folder}");
        streams.Output.WriteLine($"list sha256 {converted.ListSha256}");
    }
}
