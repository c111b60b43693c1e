namespace Tiny.Bench.Reference.Plans;

/// <summary>A vector case as a plan of one operator, and what a board must make of it.</summary>
/// <param name="Plan">The blob; its input encoding is raw.</param>
/// <param name="Upload">All inputs, as one upload.</param>
/// <param name="Expected">The bytes of the output.</param>
/// <param name="ArenaBytes">Bytes of arena that the plan needs.</param>
/// <param name="OutputTensor">Plan index of the output.</param>
public sealed record VectorPlan(
    ReadOnlyMemory<byte> Plan, ReadOnlyMemory<byte> Upload, ReadOnlyMemory<byte> Expected, int ArenaBytes, int OutputTensor);
