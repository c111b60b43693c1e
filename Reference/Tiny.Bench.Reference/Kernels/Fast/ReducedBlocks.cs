namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A reduction of neighbouring axes: input [Outer, Count, Inner], output [Outer, Inner].</summary>
/// <param name="Outer">Elements of the axes before the reduced ones.</param>
/// <param name="Count">Inputs under each output.</param>
/// <param name="Inner">Elements of the axes after the reduced ones.</param>
internal readonly record struct ReducedBlocks(int Outer, int Count, int Inner);
