using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

public sealed class BenchmarkRunnerInstructionsTests : IDisposable
{
    private static readonly BenchmarkTask Int8 = FakeTask.Of(InputKind.Int8, QualityMetric.TopOne);

    private readonly TemporaryFolder _folder = new();
    private readonly BenchmarkRunner _runner = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Counts_each_input_once_when_three_runs_agree()
    {
        (SampleList list, TracingHost system) = Open(100, 100, 100, 200, 200, 200);
        IReadOnlyList<InstructionCount> counts = await _runner.CountInstructionsAsync(Int8, list, system, 2);
        Assert.Equal([new InstructionCount("0.bin", 100), new InstructionCount("1.bin", 200)], counts);
    }

    [SkippableFact]
    public async Task Three_runs_that_differ_are_an_error_with_all_three()
    {
        (SampleList list, TracingHost system) = Open(100, 101, 100);
        var error = await Assert.ThrowsAsync<SystemUnderTestException>(async () => await _runner.CountInstructionsAsync(Int8, list, system, 1));
        Assert.Contains("takes 100, 101, 100 instructions for 0.bin", error.Problem, StringComparison.Ordinal);
    }

    private (SampleList List, TracingHost System) Open(params long[] ticks)
    {
        var system = new TracingHost(new Interpreter(TfliteModel.Load(Official.Model("kws_ref_model.tflite"))));
        SampleList list = FakeTask.Write(_folder, "", (new byte[490], 1), (new byte[490], 0));
        system.Ticks.Clear();
        foreach (long count in ticks)
            system.Ticks.Enqueue(count);
        return (list, system);
    }
}
