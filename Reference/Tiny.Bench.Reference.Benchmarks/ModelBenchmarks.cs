using BenchmarkDotNet.Attributes;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>One inference of every model at hand.</summary>
public class ModelBenchmarks
{
    private Interpreter? _interpreter;

    /// <summary>The models.</summary>
    public static IEnumerable<string> Models => BenchmarkModels.Files.Select(path => Path.GetFileName(path));

    /// <summary>File name of the model.</summary>
    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    /// <summary>The kernels.</summary>
    [Params(KernelSet.Plain, KernelSet.Fast)]
    public KernelSet Kernels { get; set; }

    /// <summary>Prepares the model.</summary>
    [GlobalSetup]
    public void Prepare() => _interpreter = new Interpreter(BenchmarkModels.Load(Model), new InterpreterOptions { Kernels = Kernels, KeepInputs = true });

    /// <summary>Runs it.</summary>
    [Benchmark]
    public void Invoke() => _interpreter!.Invoke();
}
