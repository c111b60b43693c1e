namespace Tiny.Bench.Boards.Systems;

/// <summary>A plan that a board is to run once, with its input.</summary>
/// <param name="Plan">The blob (docs/plan.md).</param>
/// <param name="Upload">All inputs, as one upload.</param>
/// <param name="ArenaBytes">Bytes of arena that the plan needs.</param>
/// <param name="OutputTensor">Plan index of the first output.</param>
/// <param name="OutputBytes">Bytes of it.</param>
public sealed record PlanInput(ReadOnlyMemory<byte> Plan, ReadOnlyMemory<byte> Upload, int ArenaBytes, int OutputTensor, int OutputBytes);
