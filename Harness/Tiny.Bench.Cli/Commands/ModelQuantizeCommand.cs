using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Quantizing;
using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Reference;
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

    // Each candidate is run on these; the sweep takes as many times longer than a calibration as there are candidates.
    private const int SweepInputs = 24;

    private readonly Argument<string> _file = CommonOptions.ModelFile();
    private readonly Option<string?> _calibration = CommonOptions.Path("--calibration", "Samples that show which values occur: a folder with a y_labels.csv, or a task of the suite.", "SET");
    private readonly Option<string> _calibrate = new("--calibrate") { Description = "How much of the values the codes cover.", DefaultValueFactory = _ => "minmax" };
    private readonly Option<string> _weights = new("--weights") { Description = "How many bits weights take; mixed: 4 where it hurts least, until --budget is met.", DefaultValueFactory = _ => "int8" };
    private readonly Option<int?> _budget = new("--budget") { Description = "Most bytes of the file (--weights mixed).", HelpName = "BYTES" };
    private readonly Option<string> _activations = new("--activations") { Description = "What is computed between operators.", DefaultValueFactory = _ => "int8" };
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Where the model is written. Default: nowhere, only its scales are told.", "FILE");
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly SampleOptionSet _samples = new();

    public static Command Create()
    {
        var quantize = new ModelQuantizeCommand();
        quantize._calibration.Required = true;
        quantize._calibrate.AcceptOnlyFromAmong([.. Methods.Keys]);
        quantize._weights.AcceptOnlyFromAmong("int8", "int4", "mixed");
        quantize._activations.AcceptOnlyFromAmong("int8", "int16");
        var command = new Command("quantize", "Make an integer model from a float one.")
        {
            quantize._file, quantize._calibration, quantize._calibrate, quantize._weights, quantize._budget, quantize._activations,
            quantize._out, quantize._json,
        };
        quantize._samples.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => quantize.ExecuteAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        RequireConsistent(parsed);
        TfliteModel model = ModelCommand.Read(parsed.GetRequiredValue(_file));
        var calibrator = new Calibrator(model);
        RealSampleSet samples = await _samples.ReadAsync(parsed, parsed.GetRequiredValue(_calibration)!, calibrator.InputLength, cancellation);
        var display = new ProgressDisplay(parsed.InvocationConfiguration.Error);
        IReadOnlyList<ReadOnlyMemory<float>> inputs = samples.Inputs;
        Calibration calibration;
        using (ProgressLine progress = display.Begin("calibration"))
        {
            calibration = calibrator.Run(
                inputs, Methods[parsed.GetRequiredValue(_calibrate)], done => progress.Report((done, inputs.Count)), cancellation);
        }

        // Codes feed the model as they are: what the calibration samples happen to leave out must not shift their meaning.
        Quantization? input = samples.Codes is { } codes ? new Quantization([codes.Scale], [codes.ZeroPoint], 0) : null;
        var options = new QuantizerOptions { Input = input, Activations = parsed.GetValue(_activations) == "int16" ? TensorType.Int16 : TensorType.Int8 };
        (TfliteModel quantized, IReadOnlyList<LayerSensitivity>? sweep) = parsed.GetValue(_weights) switch
        {
            "int8" => (Quantizer.Quantize(model, calibration, options), null),
            "int4" => (Quantizer.Quantize(model, calibration, options with { Int4Operators = PrecisionSearch.CandidatesOf(model) }), null),
            _ => Search(new PrecisionSearch(model, calibration, Spread(inputs), options), parsed.GetRequiredValue(_budget)!.Value, display, cancellation),
        };
        string? path = parsed.GetValue(_out);
        if (path is not null)
            await File.WriteAllBytesAsync(path, quantized.Bytes, cancellation);

        var summary = QuantizedModelSummary.Of(model, quantized, inputs.Count, sweep, path);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, summary);
        else
            summary.Print(output);
        return ExitCode.Good;
    }

    private void RequireConsistent(ParseResult parsed)
    {
        bool isMixed = parsed.GetValue(_weights) == "mixed";
        if (isMixed != parsed.GetValue(_budget) is not null)
            throw new RequestException(isMixed ? "--weights mixed needs --budget" : "--budget is for --weights mixed");
        if (parsed.GetValue(_budget) < 1)
            throw new RequestException("--budget must be at least 1");
        if (parsed.GetValue(_activations) == "int16" && parsed.GetValue(_weights) != "int8")
            throw new RequestException("--activations int16 needs --weights int8: no kernel takes fewer bits with them");
    }

    private static (TfliteModel Quantized, IReadOnlyList<LayerSensitivity>? Sweep) Search(
        PrecisionSearch search, int budget, ProgressDisplay display, CancellationToken cancellation)
    {
        using ProgressLine progress = display.Begin("sensitivity");
        IReadOnlyList<LayerSensitivity> sweep = search.Sweep(done => progress.Report((done, search.Candidates.Count)), cancellation);
        return (search.Fit(sweep, budget), sweep);
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> Spread(IReadOnlyList<ReadOnlyMemory<float>> inputs)
    {
        int count = Math.Min(SweepInputs, inputs.Count);
        return [.. Enumerable.Range(0, count).Select(index => inputs[(int)((long)index * inputs.Count / count)])];
    }
}
