namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>An input that a log says was sent to the device.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="File">Name of the sample without folder.</param>
/// <param name="Part">Segment or byte offset in the file; 0 for the whole.</param>
public sealed record LoadedInput(int Line, string File, long Part);
