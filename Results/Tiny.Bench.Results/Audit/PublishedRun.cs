namespace Tiny.Bench.Results.Audit;

/// <summary>Where a run stands in a round.</summary>
/// <param name="Round">The round: <c>v1.2</c>.</param>
/// <param name="Division"><c>closed</c> or <c>open</c>; empty when a flattened name does not say.</param>
/// <param name="Submitter">The submitter's folder.</param>
/// <param name="System">The system's folders, joined with <c>/</c>.</param>
/// <param name="Task">Task id.</param>
/// <param name="Variant">Folders between task and mode, joined with <c>/</c>; empty when there are none.</param>
public readonly record struct PublishedRun(string Round, string Division, string Submitter, string System, string Task, string Variant);
