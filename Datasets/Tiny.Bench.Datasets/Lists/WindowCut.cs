namespace Tiny.Bench.Datasets.Lists;

/// <summary>How a file is cut into overlapping inputs: a window every so many bytes.</summary>
/// <param name="WindowBytes">Length of a window, at least 1.</param>
/// <param name="StrideBytes">Distance between the starts of two windows, at least 1.</param>
public sealed record WindowCut(int WindowBytes, int StrideBytes);
