using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>An answer that results.json holds.</summary>
/// <param name="Answer">The answer; its line is the number of the iteration.</param>
/// <param name="Label">The right class, from 0; null when the file does not say.</param>
internal sealed record JsonAnswer(PrintedAnswer Answer, int? Label);
