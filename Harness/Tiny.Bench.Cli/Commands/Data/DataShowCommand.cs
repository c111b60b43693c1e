using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Showing;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary><c>tinybench data show TASK [INDEX|FILE] [--svg PATH]</c>: a sample as a picture; a wav, PNG or PPM file can stand for the task.</summary>
internal sealed class DataShowCommand
{
    private readonly Argument<string> _what = new("WHAT") { Description = "A task of the suite, or a .wav, .png or .ppm file." };
    private readonly Argument<string?> _sample = new("SAMPLE") { Description = "The sample's number in the list, from 0, or its file name.", DefaultValueFactory = _ => null };
    private readonly Option<string?> _svg = CommonOptions.Path("--svg", "Also write the picture as an SVG file.", "PATH");
    private readonly Option<string?> _suite = CommonOptions.Path("--suite", "Another suite.json.", "PATH");
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();
    private readonly Option<string?> _starter = CommonOptions.Starter();

    public static Command Create()
    {
        var show = new DataShowCommand();
        var command = new Command("show", "Print a sample as a picture: an image, a spectrogram, a waveform.")
        {
            show._what, show._sample, show._svg, show._models, show._datasets, show._starter, show._suite,
        };
        command.SetAction(show.ExecuteAsync);
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string what = parsed.GetRequiredValue(_what);
        string? sample = parsed.GetValue(_sample);
        ShownSample shown;
        if (ShownSample.IsFile(what))
        {
            if (sample is not null)
                throw new RequestException($"{what} is a file and has no sample {sample}");
            shown = ShownSample.OfFile(what);
        }
        else
        {
            shown = await ShownSample.OfTaskAsync(Open(parsed, what), sample, cancellationToken);
        }

        if (parsed.GetValue(_svg) is { } path)
            await File.WriteAllBytesAsync(path, SvgPicture.Write([.. shown.Heading.Select(PlainText.Line)], shown.Pictures), cancellationToken);
        Print(parsed.InvocationConfiguration.Output, shown);
        return ExitCode.Good;
    }

    private HostTask Open(ParseResult parsed, string id)
    {
        Suite suite = SuiteLoader.Load(parsed.GetValue(_suite));
        BenchmarkTask task = suite.FindTask(id)
            ?? throw new RequestException($"\"{id}\" is neither a task ({string.Join(", ", suite.Tasks.Select(known => known.Id))}) nor a .wav, .png or .ppm file");
        return CommonOptions.TaskLocatorOf(parsed, _models, _datasets, _starter).Open(task);
    }

    private static void Print(TextWriter output, ShownSample shown)
    {
        TerminalKind terminal = TerminalKind.Of(output);
        foreach (string line in shown.Heading)
            output.WriteLine(PlainText.Line(line));
        foreach (SamplePicture picture in shown.Pictures)
        {
            output.WriteLine(PlainText.Line(picture.Title));
            foreach (string line in terminal.HasColors ? TerminalPicture.Colored(picture, terminal.Columns) : TerminalPicture.Plain(picture, terminal.Columns))
                output.WriteLine(line);
        }
    }
}
