namespace Tiny.Bench.Reference.Plans;

/// <summary>A vector case as a plan of one operator, and what a board must make of it.</summary>
/// <param name="Plan">The blob; its input encoding is raw.</param>
/// <param name="Upload">All inputs, as one upload.</param>
/// <param name="Expected">The bytes of the output.</param>
public sealed record VectorPlan(ReadOnlyMemory<byte> Plan, ReadOnlyMemory<byte> Upload, ReadOnlyMemory<byte> Expected);
