using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Quantizing;
using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench model quantize FLOAT.tflite --calibration SET</c>: an integer model from a float one.</summary>
internal sealed class ModelQuantizeCommand
{
    private static readonly Dictionary<string, CalibrationMethod> Methods = new(StringComparer.Ordinal)
    {
        ["minmax"] = CalibrationMethod.MinMax,
        ["percentile"] = CalibrationMethod.Percentile,
        ["kl"] = CalibrationMethod.KullbackLeibler,
    };

    private readonly Argument<string> _file = CommonOptions.ModelFile();
    private readonly Option<string?> _calibration = CommonOptions.Path("--calibration", "Samples that show which values occur: a folder with a y_labels.csv, or a task of the suite.", "SET");
    private readonly Option<string> _calibrate = new("--calibrate") { Description = "How much of the values the codes cover.", DefaultValueFactory = _ => "minmax" };
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Where the model is written. Default: nowhere, only its scales are told.", "FILE");
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly SampleOptionSet _samples = new();

    public static Command Create()
    {
        var quantize = new ModelQuantizeCommand();
        quantize._calibration.Required = true;
        quantize._calibrate.AcceptOnlyFromAmong([.. Methods.Keys]);
        var command = new Command("quantize", "Make an integer model from a float one.")
        {
            quantize._file, quantize._calibration, quantize._calibrate, quantize._out, quantize._json,
        };
        quantize._samples.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => quantize.ExecuteAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TfliteModel model = ModelCommand.Read(parsed.GetRequiredValue(_file));
        var calibrator = new Calibrator(model);
        RealSampleSet samples = await _samples.ReadAsync(parsed, parsed.GetRequiredValue(_calibration)!, calibrator.InputLength, cancellation);
        IReadOnlyList<ReadOnlyMemory<float>> inputs = samples.Inputs;
        IReadOnlyDictionary<int, ActivationRange> ranges;
        using (ProgressLine progress = new ProgressDisplay(parsed.InvocationConfiguration.Error).Begin("calibration"))
        {
            ranges = calibrator.Run(
                inputs, Methods[parsed.GetRequiredValue(_calibrate)], done => progress.Report((done, inputs.Count)), cancellation);
        }

        // Codes feed the model as they are: what the calibration samples happen to leave out must not shift their meaning.
        Quantization? input = samples.Codes is { } codes ? new Quantization([codes.Scale], [codes.ZeroPoint], 0) : null;
        TfliteModel quantized = Quantizer.Quantize(model, ranges, new QuantizerOptions { Input = input });
        string? path = parsed.GetValue(_out);
        if (path is not null)
            await File.WriteAllBytesAsync(path, quantized.Bytes, cancellation);

        var summary = QuantizedModelSummary.Of(model, quantized, inputs.Count, path);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, summary);
        else
            summary.Print(output);
        return ExitCode.Good;
    }
}
