using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>What several rules read of a mode in the same way.</summary>
internal static class MeasuredModes
{
    /// <summary>Performance and energy runs of the tasks that are measured in windows.</summary>
    public static IEnumerable<ModeResults> Windowed(SubmissionTree tree) => tree.Tasks
        .Where(task => task.Task is { IsStreaming: false })
        .SelectMany(task => task.Modes)
        .Where(mode => mode.Mode is "performance" or "energy");

    /// <summary>The windows of a run with the file that says them: results.txt, and where there is none the log, and where that has none its laps (v0.5).</summary>
    public static IEnumerable<(TreeEntry File, PrintedWindow Window)> Windows(ModeResults mode)
    {
        if (mode.Results is { } results && Of(mode, results) is { Count: > 0 } printed)
            return printed.Select(window => (mode.ResultsFile!, window));
        if (mode.Log is not { } log)
            return [];
        IReadOnlyList<PrintedWindow> logged = Of(mode, log) is { Count: > 0 } found
            ? found
            : [.. log.Runs.Select((run, index) => new PrintedWindow(index + 1, run.Line) { Inferences = run.Inferences, Seconds = run.Seconds })];
        return logged.Select(window => (mode.LogFile!, window));
    }

    /// <summary>Median seconds of one inference; null when the run does not say.</summary>
    public static double? SecondsPerInference(ModeResults? mode)
    {
        if (mode is null)
            return null;
        IEnumerable<PrintedWindow> windows = mode.Mode is "accuracy" ? Logged(mode.Log) : Windows(mode).Select(pair => pair.Window);
        double[] each = [.. windows.Where(window => window is { Seconds: > 0, Inferences: > 0 }).Select(window => window.Seconds!.Value / window.Inferences!.Value)];
        return each.Length == 0 ? null : Statistics.Median(each);
    }

    /// <summary>Median inferences a second of an energy run; null when it does not say.</summary>
    public static double? EnergyThroughput(ModeResults mode)
    {
        if (mode.Results?.MedianThroughput is { } printed)
            return printed;
        double[] each = [.. (mode.Results?.EnergyWindows ?? []).Where(window => window is { Seconds: > 0, Inferences: > 0 }).Select(window => window.Inferences!.Value / window.Seconds!.Value)];
        return each.Length == 0 ? null : Statistics.Median(each);
    }

    private static IReadOnlyList<PrintedWindow> Of(ModeResults mode, RunText text) => mode.Mode is "energy" ? text.EnergyWindows : text.Windows;

    private static IEnumerable<PrintedWindow> Logged(RunText? log) => log is null
        ? []
        : log.Windows.Concat(log.Runs.Select((run, index) => new PrintedWindow(index + 1, run.Line) { Inferences = run.Inferences, Seconds = run.Seconds }));
}
