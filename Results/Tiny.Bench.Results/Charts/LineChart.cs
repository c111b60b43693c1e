namespace Tiny.Bench.Results.Charts;

/// <summary>How figures change from step to step, such as from round to round.</summary>
public sealed record LineChart : Chart
{
    /// <summary>The vertical axis.</summary>
    public required ChartAxis Axis { get; init; }

    /// <summary>The steps, left to right.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }
}
