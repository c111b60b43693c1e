namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>An error line of a log.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The error as printed.</param>
public sealed record PrintedError(int Line, string Text);
