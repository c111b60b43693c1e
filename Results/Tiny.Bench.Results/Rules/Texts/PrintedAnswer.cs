namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>An output that a log says the device printed.</summary>
/// <param name="Line">Its line, from 1; in results.json the number of the iteration.</param>
/// <param name="File">The sample that was loaded last, without folder; null when none was.</param>
/// <param name="Part">Segment or byte offset in that file; 0 for the whole.</param>
/// <param name="IsSingle">Whether it came after one inference without warm-up, as far as the log says; later inferences may have overwritten their input.</param>
/// <param name="Values">The values, finite; null when the list is there and cannot be read.</param>
public sealed record PrintedAnswer(int Line, string? File, long Part, bool IsSingle, IReadOnlyList<double>? Values);
