using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Invariants;
using Tiny.Bench.Harness.Systems;
using Xunit.Abstractions;

namespace Tiny.Bench.Conformance;

/// <summary>What holds of every system, tried with a model that ends in a softmax.</summary>
[Collection(ConformanceRun.Name)]
[Trait("Category", "Conformance")]
public sealed class InvariantConformanceTests(ConformanceTarget target, ITestOutputHelper output)
{
    private const string Task = "kws01";
    private const int Inputs = 2;

    public static TheoryData<NamedCase> Invariants =>
        [.. InvariantSuite.All.Select(invariant => new NamedCase(invariant.Name, invariant.Name.Replace('-', ' ')))];

    [SkippableTheory]
    [MemberData(nameof(Invariants))]
    public async Task Invariant(NamedCase @case)
    {
        HostTask task = ConformanceTasks.Open(Task);
        IInvariant invariant = InvariantSuite.All.Single(candidate => candidate.Name == @case.Id);
        InvariantVerdict verdict;
        try
        {
            verdict = await target.WithModelAsync(task, async (system, _, cancellation) => await invariant.CheckAsync(
                new InvariantSubject
                {
                    System = system,
                    Inputs = [.. (await TaskInputs.ReadAsync(task, system, Inputs, cancellation)).Select(input => input.Bytes)],
                    EndsInSoftmax = task.Prepare(Reference.Arithmetic.Dialect.DoubleRounding).Operators[^1].Model.Name == "SOFTMAX",
                },
                cancellation));
        }
        catch (ModelDoesNotFitException problem)
        {
            Skip.If(true, problem.Message);
            throw;
        }

        string id = $"invariant/{@case.Id}";
        if (verdict.Outcome == InvariantOutcome.Broken)
            KnownFailures.Fail(id, $"{@case.Title} is broken on {ConformanceTarget.Name}: {verdict.Finding}");
        Skip.If(verdict.Outcome == InvariantOutcome.DoesNotApply, verdict.Finding);
        output.WriteLine(verdict.Finding);
        KnownFailures.TellIfNeedless(id, output);
    }
}
