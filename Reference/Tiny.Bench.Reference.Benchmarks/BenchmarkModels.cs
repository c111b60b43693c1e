using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>The models at hand: those of the starter pack, which have the official architectures, and the official ones in TINYBENCH_MODELS.</summary>
internal static class BenchmarkModels
{
    /// <summary>Names of the int8 models that this library measures, in the order of the suite's tasks.</summary>
    public static IReadOnlyList<string> Official { get; } =
    [
        "ad01_int8.tflite",
        "pretrainedResnet_quant.tflite",
        "pretrainedResnet_large_int8.tflite",
        "kws_ref_model.tflite",
        "str_ww_ref_model.tflite",
        "vww_96_int8.tflite",
    ];

    /// <summary>Paths of all int8 models at hand.</summary>
    public static IEnumerable<string> Files => Starter.Concat(OfficialFiles);

    /// <summary>Reads a model.</summary>
    public static TfliteModel Load(string name) => TfliteModel.Load(Files.First(path => Path.GetFileName(path) == name));

    private static IEnumerable<string> Starter
    {
        get
        {
            string folder = Path.Combine(AppContext.BaseDirectory, "Starter");
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.tflite", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
        }
    }

    private static IEnumerable<string> OfficialFiles =>
        Environment.GetEnvironmentVariable("TINYBENCH_MODELS") is { Length: > 0 } folder
            ? Official.Select(file => Path.Combine(folder, file)).Where(File.Exists)
            : [];
}
