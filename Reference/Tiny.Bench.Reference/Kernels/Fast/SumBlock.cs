namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Up to 16 neighbouring output channels that are summed together.</summary>
/// <param name="Input">Where their input channels start in a pixel.</param>
/// <param name="Output">Their first output channel.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct SumBlock(int Input, int Output, int Count);
