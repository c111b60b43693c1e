using BenchmarkDotNet.Running;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>What one call of a benchmark does.</summary>
/// <param name="Macs">Multiply-accumulates.</param>
/// <param name="Bytes">Bytes that it reads and writes at least once.</param>
internal readonly record struct Work(long Macs, long Bytes)
{
    /// <summary>The work of a case: an operator's, or that of all operators of a model.</summary>
    public static Work Of(BenchmarkCase benchmark) =>
        benchmark.Parameters[nameof(OperatorBenchmarks.Operator)] is OperatorCase one
            ? new Work(one.Macs, one.Bytes)
            : OperatorCase.Of((string)benchmark.Parameters[nameof(ModelBenchmarks.Model)])
                .Aggregate(default(Work), (sum, operation) => new Work(sum.Macs + operation.Macs, sum.Bytes + operation.Bytes));
}
