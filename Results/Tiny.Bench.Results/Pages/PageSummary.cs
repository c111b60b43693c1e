namespace Tiny.Bench.Results.Pages;

/// <summary>What was written.</summary>
/// <param name="Records">Number of records.</param>
/// <param name="Problems">Number of problems listed.</param>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Their sizes together.</param>
public sealed record PageSummary(int Records, int Problems, int Files, long Bytes);
