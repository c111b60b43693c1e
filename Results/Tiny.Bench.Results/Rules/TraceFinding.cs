namespace Tiny.Bench.Results.Rules;

/// <summary>What is wrong between a report and its trace.</summary>
/// <param name="Window">Number of the window as printed; null when it is about the whole trace.</param>
/// <param name="Text">What is printed and what the trace adds up to.</param>
public sealed record TraceFinding(int? Window, string Text);
