namespace Tiny.Bench.Boards.Catalog;

/// <summary>Hardware for neural networks beside the core; our firmware does not use it.</summary>
/// <param name="Name">As its vendor names it.</param>
/// <param name="Source">Document and section.</param>
public sealed record AcceleratorFacts(string Name, string Source);
