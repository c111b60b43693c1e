namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>A line of a report.</summary>
/// <param name="Group">What the case belongs to: a category of vectors, a task.</param>
/// <param name="Name">Its name in the group.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">The difference or the reason; empty for a case that passed.</param>
public sealed record ReportedCase(string Group, string Name, CaseOutcome Outcome, string Text);
