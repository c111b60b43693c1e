using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Boards.Energy.Uncertainty;
using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>A published energy beside the trace it was made of.</summary>
public sealed record EnergyComparison
{
    // The runners print the median with three or four decimals.
    private const double HalfPrintedStep = 0.000501;

    /// <summary>What is known of the trace.</summary>
    public required TraceHeader Header { get; init; }

    /// <summary>The windows, in order.</summary>
    public required IReadOnlyList<WindowComparison> Windows { get; init; }

    /// <summary>Median microjoules per inference as published; null when no report says it.</summary>
    public double? PublishedMicrojoules { get; init; }

    /// <summary>The same of the trace; null when a window is missing in it, or nothing tells the inferences.</summary>
    public double? RecomputedMicrojoules => Windows.Count > 0 && Windows.All(window => window is { Problem: null, RecomputedPerInference: not null })
        ? Statistics.Median(Windows.Select(window => window.RecomputedPerInference!.Value))
        : null;

    /// <summary>By how much the medians may differ: no more than the windows, of which the one that allows most bounds any median.</summary>
    public double? AllowedMicrojoules => RecomputedMicrojoules is null
        ? null
        : Windows.Max(window => window.AllowedMicrojoules / window.Inferences!.Value) + HalfPrintedStep;

    /// <summary>Recomputed over published, less one; null without both.</summary>
    public double? RelativeDifference => PublishedMicrojoules is { } published && published != 0 ? (RecomputedMicrojoules - published) / published : null;

    /// <summary>How far the recomputed median may be off; null when there is none.</summary>
    /// <param name="meter">The meter; null leaves its accuracy out.</param>
    public UncertaintyBudget? Budget(MeterClass? meter) => RecomputedMicrojoules is null
        ? null
        : EnergyUncertainty.Of(
            [.. Windows.Select(window => (window.Energy!, window.Inferences!.Value))],
            Header.SampleRate,
            meter,
            Header.SupplyVolts is { } volts ? new SupplyVoltage(volts) : null);

    /// <summary>What stands against the figures, a sentence each.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            foreach (WindowComparison window in Windows.Where(window => window.Problem is not null))
                yield return $"window {window.Number}: {window.Problem}";
            if (Windows.Count == 0)
                yield return "the trace has no window";
        }
    }

    /// <summary>Whether there was something published to hold the trace against.</summary>
    public bool HasPublished => PublishedMicrojoules is not null || Windows.Any(window => window.PublishedMicrojoules is not null);

    /// <summary>Whether every published figure is within one sample at each edge of its window.</summary>
    public bool Agrees => HasPublished && Windows.Count > 0
        && Windows.All(window => window.PublishedMicrojoules is null ? window.Problem is null : window.Agrees)
        && (PublishedMicrojoules is not { } published || (RecomputedMicrojoules is { } sum && Math.Abs(sum - published) <= AllowedMicrojoules));
}
