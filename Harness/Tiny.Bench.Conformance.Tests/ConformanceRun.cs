namespace Tiny.Bench.Conformance;

/// <summary>All tests share one target, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConformanceRun : ICollectionFixture<ConformanceTarget>
{
    public const string Name = "Conformance";
}
