using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Why the windows of a run are too weak for a ranking, as a sentence; null when they are not.</summary>
/// <remarks>
/// Source: MLPerf Tiny rules, single stream: five inputs, at least 10 s each. A streaming task has no windows: it hears one long recording.
/// </remarks>
internal static class WindowRule
{
    private const double LeastSeconds = 10;
    private const int LeastWindows = 5;

    public static string? Fault(PerformanceRecord performance)
    {
        if (performance.Quick)
            return "Its windows are short on purpose: a quick run.";
        if (ShortWindow([.. performance.Windows.Select(window => window.Seconds)]) is { } fault)
            return fault;
        if (performance.RuleMet)
            return null;
        if (performance.Windows.Count == 0)
            return "The length of its windows is not known.";

        // A log that names no inputs does not tell that they were the same.
        bool inputsUnknown = performance.Windows.Any(window => window.Input is null);
        return inputsUnknown && performance.Windows.Count >= LeastWindows
            ? null
            : $"Its {performance.Windows.Count} windows do not meet the rule: {LeastWindows}, each on an input of its own.";
    }

    public static string? Fault(EnergyRecord energy) => ShortWindow([.. energy.Windows.Select(window => window.Seconds)]);

    private static string? ShortWindow(double[] seconds)
    {
        // Asked the other way round, so that a NaN is short too.
        int index = Array.FindIndex(seconds, length => !(length >= LeastSeconds));
        return index < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Window {index + 1} has {seconds[index]} s; a ranked one has at least {LeastSeconds} s.");
    }
}
