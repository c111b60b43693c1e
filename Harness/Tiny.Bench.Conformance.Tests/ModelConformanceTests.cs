using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Xunit.Abstractions;

namespace Tiny.Bench.Conformance;

/// <summary>Whole models, a few inputs each, operator by operator.</summary>
[Collection(ConformanceRun.Name)]
[Trait("Category", "Conformance")]
public sealed class ModelConformanceTests(ConformanceTarget target, ITestOutputHelper output)
{
    private const int Inputs = 2;

    public static TheoryData<NamedCase> Tasks =>
        [.. ConformanceTasks.Ids.Select(id => new NamedCase(id, $"{id}: every operator of {Inputs} inputs"))];

    [SkippableTheory]
    [MemberData(nameof(Tasks))]
    public async Task Model(NamedCase @case)
    {
        Skip.If(ConformanceTarget.Name == "host", "the host's interpreter is what models are held against");
        HostTask task = ConformanceTasks.Open(@case.Id);
        try
        {
            (SystemConformanceResult result, Dialect dialect) = await target.WithModelAsync(task, async (system, claimed, cancellation) =>
            {
                IOperatorTracing tracing = system as IOperatorTracing
                    ?? throw new Core.SystemUnderTestException(system.Name, "does not show its operators; expected firmware with our extension");
                return (await new SystemConformance(tracing, task.Prepare(claimed)).RunAsync(task.Task, task.List, Inputs, null, cancellation), claimed);
            });
            ConformanceFailure[] failures = [.. result.Differences.Select(difference => ConformanceFailure.Of(@case.Id, difference, dialect))];

            // One that is waived must not hide one that is not.
            if ((failures.FirstOrDefault(failure => KnownFailures.List.Find(failure.Case) is null) ?? failures.FirstOrDefault()) is { } worst)
                KnownFailures.Fail(worst.Case, FailureText.Of(worst, dialect));
            output.WriteLine($"{result.Operators} operator outputs equal");
        }
        catch (Exception problem) when (problem is ModelDoesNotFitException or UnsupportedOperatorException)
        {
            Skip.If(true, problem.Message);
        }
    }
}
