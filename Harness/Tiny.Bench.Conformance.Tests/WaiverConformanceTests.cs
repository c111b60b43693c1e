using Tiny.Bench.Harness.Conformance.Invariants;
using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Conformance;

/// <summary>The waivers themselves: one past its last day is red, also when its case passes.</summary>
[Trait("Category", "Conformance")]
public sealed class WaiverConformanceTests
{
    [SkippableFact]
    public void Waivers()
    {
        WaiverList waivers = KnownFailures.List;
        string[] cases =
        [
            .. VectorSuite.Open(ShippedVectors.Folder).Cases.Select(vectorCase => vectorCase.Id),
            .. waivers.All.Select(waiver => waiver.Case).Where(IsOfModel),
            .. InvariantSuite.All.Select(invariant => $"invariant/{invariant.Name}"),
        ];

        // What fails is not known here: each case's own test tells a waiver that is not needed.
        IReadOnlyList<string> problems = waivers.Review(cases, failed: cases);
        Skip.If(waivers.All.Count == 0, "there are none: TINYBENCH_WAIVERS is not set");
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    // A model's case is named by a sample, and which samples there are is the data set's to say: such a pattern covers at least itself.
    private static bool IsOfModel(string pattern) => ConformanceTasks.Ids.Any(id => pattern.StartsWith($"{id}/", StringComparison.Ordinal));
}
