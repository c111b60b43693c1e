using BenchmarkDotNet.Attributes;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>Every kind and shape of operator that the models at hand have, once each.</summary>
public class OperatorBenchmarks
{
    private PlannedOperator? _operator;

    /// <summary>The operators.</summary>
    public static IEnumerable<OperatorCase> Operators => OperatorCase.All();

    /// <summary>The operator.</summary>
    [ParamsSource(nameof(Operators))]
    public OperatorCase? Operator { get; set; }

    /// <summary>The kernels.</summary>
    [Params(KernelSet.Plain, KernelSet.Fast)]
    public KernelSet Kernels { get; set; }

    /// <summary>Prepares the model and lets it compute the operator's input.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var interpreter = new Interpreter(BenchmarkModels.Load(Operator!.Model), new InterpreterOptions { Kernels = Kernels });
        interpreter.Invoke();
        _operator = interpreter.Operators[Operator.Index];
    }

    /// <summary>Runs the operator.</summary>
    [Benchmark]
    public void Invoke() => _operator!.Kernel.Invoke();
}
