using System.CommandLine;
using System.Globalization;
using Tiny.Bench.Cli.Commands;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Cli.Quantizing;

/// <summary>Options that say which samples a float model is fed with, and what their bytes mean.</summary>
internal sealed class SampleOptionSet
{
    private readonly Option<string> _input = new("--input") { Description = "What a byte of a folder's files is, where a file has one for each value: a pixel, or an int8 code.", DefaultValueFactory = _ => "uint8" };
    private readonly Option<float> _scale = new("--input-scale") { Description = "Real numbers are this times (byte - zero point).", DefaultValueFactory = _ => 1, HelpName = "REAL" };
    private readonly Option<int> _zeroPoint = new("--input-zero-point") { Description = "The byte that stands for real 0.", HelpName = "BYTE" };
    private readonly Option<int?> _samples = CommonOptions.Samples("Only the first N samples of the list.");
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();

    /// <summary>Creates the options.</summary>
    public SampleOptionSet()
    {
        _input.AcceptOnlyFromAmong("uint8", "int8");
        _scale.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(float.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out float scale) && float.IsFinite(scale) && scale > 0))
                result.AddError("--input-scale must be a finite number above 0");
        });
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_input, _scale, _zeroPoint, _samples, _datasets, _models])
            command.Add(option);
    }

    /// <summary>Reads the samples of a set.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="set">A folder with a list, or a task of the suite.</param>
    /// <param name="inputLength">Values that the model takes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RequestException">The set is neither.</exception>
    public async ValueTask<RealSampleSet> ReadAsync(ParseResult parsed, string set, int inputLength, CancellationToken cancellationToken)
    {
        (SampleList list, RealEncoding encoding) = Directory.Exists(set) ? (SampleList.Read(set), EncodingOf(parsed)) : OpenTask(parsed, set);
        return await RealSampleSet.ReadAsync(list, encoding, inputLength, parsed.GetValue(_samples), cancellationToken);
    }

    private RealEncoding EncodingOf(ParseResult parsed)
    {
        bool isPixel = parsed.GetValue(_input) == "uint8";
        int zeroPoint = parsed.GetValue(_zeroPoint);
        (int lowest, int highest) = isPixel ? ((int)byte.MinValue, (int)byte.MaxValue) : (sbyte.MinValue, sbyte.MaxValue);
        if (zeroPoint < lowest || zeroPoint > highest)
            throw new RequestException($"--input-zero-point {zeroPoint} is no {parsed.GetValue(_input)}; expected {lowest} to {highest}");
        return isPixel
            ? new RealEncoding(InputKind.UInt8Minus128, new QuantizationParameters(parsed.GetValue(_scale), zeroPoint - 128))
            : new RealEncoding(InputKind.Int8, new QuantizationParameters(parsed.GetValue(_scale), zeroPoint));
    }

    // A float model of a task takes the reals that the task's int8 model says its codes are.
    private (SampleList List, RealEncoding Encoding) OpenTask(ParseResult parsed, string id)
    {
        Suite suite = SuiteLoader.Load();
        BenchmarkTask task = suite.FindTask(id)
            ?? throw new RequestException($"{id} is no folder and no task; the suite has {string.Join(", ", suite.Tasks.Select(known => known.Id))}");
        var list = SampleList.Read(new DatasetLocator(parsed.GetValue(_datasets)).FindFolder(task.Dataset));
        if (task.Input == InputKind.Float32Windows)
            return (list, RealEncoding.Pixels);
        ModelFile file = new ModelLocator(parsed.GetValue(_models)).Load(task.Models[0]);
        ModelSubgraph graph = TfliteModel.Parse(file.Bytes, Path.GetFileName(file.Path)).Main;
        Quantization codes = graph.Tensors[graph.Inputs[0]].Quantization;
        return (list, new RealEncoding(task.Input, new QuantizationParameters(codes.Scale, codes.ZeroPoint)));
    }
}
