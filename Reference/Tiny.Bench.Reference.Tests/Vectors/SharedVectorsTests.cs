using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>The shared kernel vectors: seeded inputs, and what TFLM's reference kernels made of them.</summary>
public sealed class SharedVectorsTests
{
    private const string NotAtHand = "the vectors are not at hand";

    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(Official.Vectors()));

    /// <summary>One id for each case; without the folder a single row, which skips with the reason.</summary>
    public static TheoryData<string> CaseIds => Official.HasVectors ? [.. Suite.Value.Cases.Select(vectorCase => vectorCase.Id)] : [NotAtHand];

    [SkippableTheory]
    [MemberData(nameof(CaseIds))]
    public void Every_element_equals_TFLM(string id) => VectorAssert.Passes(Suite.Value, id);

    [SkippableFact]
    public void The_suite_has_107_cases() => Assert.Equal(107, Suite.Value.Cases.Count);
}
