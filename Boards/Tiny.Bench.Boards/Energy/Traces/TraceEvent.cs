namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>An edge of the pin that the firmware moves where a window begins and ends, or a mark that the runner set.</summary>
/// <param name="Label">Its name in the source: <c>07</c>, <c>D7 falling</c>.</param>
/// <param name="Sample">Position of the first sample after it.</param>
/// <param name="Trial">Number of the trial that it belongs to, from 0; null when the source keeps no trials apart.</param>
public readonly record struct TraceEvent(string Label, long Sample, int? Trial = null);
