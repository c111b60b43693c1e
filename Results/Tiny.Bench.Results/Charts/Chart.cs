namespace Tiny.Bench.Results.Charts;

/// <summary>What a chart shows, without how it is drawn.</summary>
/// <remarks>Values that are not finite, and those at or below zero on a logarithmic axis, are left out and counted.</remarks>
public abstract record Chart
{
    /// <summary>One line above the chart, and its name for screen readers.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader who cannot see the chart should know: the message and the extremes.</summary>
    public required string Description { get; init; }
}
