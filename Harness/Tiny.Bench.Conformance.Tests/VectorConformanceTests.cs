using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;
using Xunit.Abstractions;

namespace Tiny.Bench.Conformance;

/// <summary>Every shipped kernel vector, one test each.</summary>
[Collection(ConformanceRun.Name)]
[Trait("Category", "Conformance")]
public sealed class VectorConformanceTests(ConformanceTarget target, ITestOutputHelper output)
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));
    private static readonly Lazy<Dictionary<string, VectorCase>> ById = new(() => Suite.Value.Cases.ToDictionary(vectorCase => vectorCase.Id, StringComparer.Ordinal));

    public static TheoryData<NamedCase> Cases => [.. Suite.Value.Cases.Select(vectorCase => new NamedCase(vectorCase.Id, CaseTitles.Of(vectorCase)))];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Vector(NamedCase @case)
    {
        VectorCase vectorCase = ById.Value[@case.Id];
        (VectorResult result, Dialect dialect) = await target.WithOperatorsAsync(
            async (operators, cancellation) => (await operators.RunAsync(vectorCase, cancellation), operators.Dialect));

        switch (result.Outcome)
        {
            case VectorOutcome.Failed:
                KnownFailures.Fail(@case.Id, FailureText.Of(ConformanceFailure.Of(result, dialect), dialect, vectorCase.Purpose));
                break;
            case VectorOutcome.Unsupported when result.IsCarried:
                KnownFailures.Fail(@case.Id, $"could not be judged: {result.Reason}");
                break;
            case VectorOutcome.Unsupported:
                Skip.If(true, result.Reason);
                break;
            default:
                KnownFailures.TellIfNeedless(@case.Id, output);
                break;
        }
    }
}
