using System.Globalization;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The host's kernels in one dialect play the board, the reference stands beside it.</summary>
public class SystemConformanceTests
{
    [SkippableFact]
    public async Task A_system_that_computes_the_same_is_conformant()
    {
        SystemConformanceResult result = await RunAsync(Dialect.DoubleRounding, 3);
        Assert.True(result.IsConformant);
        Assert.Equal((3, 39, 39), (result.Inputs, result.Operators, result.Equal));
        Assert.Empty(result.Differences);
        Assert.Equal(Enumerable.Range(0, 13).Select(index => 3L * (100 + index)), result.OperatorTicks);
    }

    [SkippableFact]
    public async Task Another_rounding_is_found_at_the_first_operator_that_shows_it()
    {
        SystemConformanceResult result = await RunAsync(Dialect.SingleRounding, 2);
        Assert.False(result.IsConformant);
        Assert.Equal(2, result.Differences.Count);
        OperatorDifference first = result.Differences[0];
        Assert.Equal((0, "CONV_2D", 8000), (first.Index, first.Name, first.Elements));
        Assert.Equal(1, Math.Abs(int.Parse(first.Expected, CultureInfo.InvariantCulture) - int.Parse(first.Got, CultureInfo.InvariantCulture)));
        Assert.InRange(first.DifferingElements, 1, first.Elements - 1);
    }

    [SkippableFact]
    public async Task A_system_with_another_number_of_operators_is_an_error()
    {
        TracingHost system = Open(Dialect.DoubleRounding, out HostTask task, out Interpreter reference);
        system.DropsTheLast = true;
        var error = await Assert.ThrowsAsync<SystemUnderTestException>(
            async () => await new SystemConformance(system, reference).RunAsync(task.Task, task.List, 1));
        Assert.Contains("ran 12 operators; expected 13", error.Problem, StringComparison.Ordinal);
    }

    private static async Task<SystemConformanceResult> RunAsync(Dialect dialect, int inputs)
    {
        TracingHost system = Open(dialect, out HostTask task, out Interpreter reference);
        return await new SystemConformance(system, reference).RunAsync(task.Task, task.List, inputs);
    }

    private static TracingHost Open(Dialect dialect, out HostTask task, out Interpreter reference)
    {
        string model = Official.Model("kws_ref_model.tflite");
        BenchmarkTask kws = SuiteLoader.Load(null, []).FindTask("kws01")!;
        task = HostTask.Open(
            kws, null, new ModelLocator(Path.GetDirectoryName(model)), new DatasetLocator(Path.GetDirectoryName(Official.Dataset("kws01"))));
        reference = new Interpreter(TfliteModel.Load(model));
        return new TracingHost(new Interpreter(TfliteModel.Load(model), new InterpreterOptions { Dialect = dialect }));
    }
}
