using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Quantizing;

/// <summary>A sample as the real numbers that a float model takes.</summary>
/// <param name="Sample">The line of the list.</param>
/// <param name="Inputs">One input, or the windows of the file.</param>
public sealed record RealSample(TaskSample Sample, IReadOnlyList<ReadOnlyMemory<float>> Inputs);
