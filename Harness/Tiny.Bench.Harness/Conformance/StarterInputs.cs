using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The inputs that golden files name as <c>starter kws01</c>: the first input of each sample of a task's starter list, in its order.</summary>
public sealed class StarterInputs
{
    private const string SourcePrefix = "starter ";

    // The largest sample of the pack has some 12,000 bytes.
    private const long LargestSample = 1 << 20;

    private readonly BenchmarkTask _task;
    private readonly SampleList _list;

    private StarterInputs(BenchmarkTask task, SampleList list)
    {
        _task = task;
        _list = list;
    }

    /// <summary>Number of inputs, at least 1.</summary>
    public int Count => _list.Samples.Count;

    /// <summary>What a golden file calls the inputs of a task.</summary>
    public static string SourceOf(string taskId) => SourcePrefix + taskId;

    /// <summary>Opens the inputs that a golden file names; null when it names none of the starter pack.</summary>
    /// <param name="source">The golden file's source.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="pack">The starter pack.</param>
    /// <exception cref="Core.MissingFileException">The pack has no samples for the task.</exception>
    /// <exception cref="Core.DatasetException">List or archive is malformed.</exception>
    public static StarterInputs? Find(string source, Suite suite, StarterPack pack) =>
        source.StartsWith(SourcePrefix, StringComparison.Ordinal) && suite.FindTask(source[SourcePrefix.Length..]) is { } task
            ? new StarterInputs(task, pack.ReadSamples(task.Id))
            : null;

    /// <summary>The bytes of one input tensor.</summary>
    /// <param name="index">0 to <see cref="Count"/> less 1.</param>
    /// <param name="quantization">The quantization of the model's input.</param>
    /// <exception cref="Core.DatasetException">The sample is malformed.</exception>
    public byte[] Read(int index, QuantizationParameters quantization)
    {
        TaskSample sample = _list.Samples[index];
        byte[] file = sample.Read(LargestSample);
        return _task.Input == InputKind.Float32Windows
            ? Preprocessing.Quantize(FloatWindows.Cut(sample, file)[0].Span, quantization)
            : Preprocessing.ToInput(_task.Input, file);
    }
}
