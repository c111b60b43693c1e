namespace Tiny.Bench.Results.Pages;

/// <summary>Something that a reader of the page should know: a file that could not be read, a rule that a record breaks.</summary>
/// <param name="Where">The file, with line or JSON path where there is one; or the record.</param>
/// <param name="Text">What is wrong, in a sentence.</param>
/// <param name="Record">Name of the record that it concerns, as its <c>StoredRecord</c> has it; null when there is none.</param>
/// <param name="Rule">Stable id of the broken rule, shown as a badge: <c>TB0102</c>; null when it is no rule.</param>
public sealed record PageProblem(string Where, string Text, string? Record = null, string? Rule = null);
