using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The models and inputs that golden files name: generated ones, the real ones of the official data sets, and those of the starter pack.</summary>
/// <remarks>Every input is checked against the golden file's own checksum by <see cref="GoldenConformance"/>, so a wrong one cannot pass for a failure.</remarks>
public sealed class GoldenFiles : IGoldenInputs
{
    private readonly ModelLocator _models;
    private readonly DatasetLocator _datasets;
    private readonly Suite? _suite;
    private readonly StarterPack _pack;

    /// <summary>Creates the search; without options and variables the folders <c>models</c> and <c>datasets</c> beside the golden folder are used.</summary>
    /// <param name="modelsRoot">The folder of <c>--models</c>; null when it was not given.</param>
    /// <param name="datasetsRoot">The folder of <c>--datasets</c>; null when it was not given.</param>
    /// <param name="goldenPath">The golden file or folder.</param>
    /// <param name="suite">Names the models and inputs of the starter pack; null when none is wanted.</param>
    /// <param name="pack">The starter pack; null for the one that ships.</param>
    public GoldenFiles(string? modelsRoot, string? datasetsRoot, string goldenPath, Suite? suite = null, StarterPack? pack = null)
    {
        _suite = suite;
        _pack = pack ?? StarterPack.Shipped;
        string folder = Directory.Exists(goldenPath) ? goldenPath : Path.GetDirectoryName(Path.GetFullPath(goldenPath))!;
        _models = new ModelLocator(modelsRoot ?? Sibling(folder, "models"));
        _datasets = new DatasetLocator(datasetsRoot ?? Sibling(folder, "datasets"));
    }

    /// <summary>Reads a model by file name: one of the starter pack, or an official one.</summary>
    public TfliteModel LoadModel(string file) =>
        _suite?.Tasks.FirstOrDefault(task => string.Equals(task.Starter?.Model.File, file, StringComparison.Ordinal)) is { } task
            ? TfliteModel.Parse(_pack.LoadModel(task).Bytes, file)
            : TfliteModel.Load(_models.Find(file));

    /// <inheritdoc/>
    public GoldenInputSet? Open(GoldenFile file, Tensor input, out string missing)
    {
        missing = "";
        try
        {
            switch (file.Source)
            {
                case "generator" when input.Type == TensorType.Float32:
                    return new GoldenInputSet(int.MaxValue, index => GeneratedInput.FloatNoise(index, file.InputBytes));
                case "generator":
                    return new GoldenInputSet(int.MaxValue, index => GeneratedInput.Noise(index, file.InputBytes));
                case "generator soft":
                    return new GoldenInputSet(int.MaxValue, index => GeneratedInput.SoftNoise(index, file.InputBytes, QuantizationOf(file, input).ZeroPoint));
                case "kws_inputs.bin":
                    IReadOnlyList<TaskSample> samples = SampleList.Read(_datasets.FindFolder("kws01")).Samples;
                    return new GoldenInputSet(samples.Count, index => Preprocessing.ToInput(InputKind.Int8, samples[index].Read(file.InputBytes)));
                case "ad_windows_int8.bin":
                    TaskSample sample = SampleList.Read(_datasets.FindFolder("ad01")).Samples[0];
                    var windows = FloatWindows.Cut(sample, sample.Read(int.MaxValue));
                    return new GoldenInputSet(windows.Count, index => Preprocessing.Quantize(windows[index].Span, QuantizationOf(file, input)));
                case "sww_real.bin":
                    byte[] maps = File.ReadAllBytes(_datasets.FindFile("sww01/calibration_lfbe_f32le_45x30x40.bin"));
                    int mapBytes = file.InputBytes * sizeof(float);
                    return new GoldenInputSet(maps.Length / mapBytes, index => Preprocessing.Quantize(
                        MemoryMarshal.Cast<byte, float>(maps.AsSpan(index * mapBytes, mapBytes)), QuantizationOf(file, input)));
                default:
                    if (_suite is not null && StarterInputs.Find(file.Source, _suite, _pack) is { } inputs)
                        return new GoldenInputSet(inputs.Count, index => inputs.Read(index, QuantizationOf(file, input)));
                    missing = $"its inputs come from {file.Source}, which is not known here";
                    return null;
            }
        }
        catch (MissingFileException e)
        {
            missing = e.Message;
            return null;
        }
    }

    private static QuantizationParameters QuantizationOf(GoldenFile file, Tensor input) =>
        input.Type == TensorType.Int8 && input.Quantization.Scales.Length == 1
            ? new QuantizationParameters(input.Quantization.Scale, input.Quantization.ZeroPoint)
            : throw new ConformanceException(file.Model, $"has {input.Type.SchemaName()} input with {input.Quantization.Scales.Length} scales; {file.Source} needs INT8 with one");

    private static string? Sibling(string folder, string kind)
    {
        string path = Path.Combine(folder, "..", kind);
        bool isNamed = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable($"TINYBENCH_{kind.ToUpperInvariant()}"));
        return !isNamed && Directory.Exists(path) ? path : null;
    }
}
