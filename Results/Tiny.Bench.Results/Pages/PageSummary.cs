namespace Tiny.Bench.Results.Pages;

/// <summary>What was written.</summary>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Their sizes together.</param>
public sealed record PageSummary(int Files, long Bytes);
