namespace Tiny.Bench.Results.Charts;

/// <summary>How much a result moves when one assumption at a time takes its low and its high value: the longest bar on top.</summary>
public sealed record TornadoChart : Chart
{
    /// <summary>The horizontal axis: the result.</summary>
    public required ChartAxis Axis { get; init; }

    /// <summary>The result with every assumption as it is.</summary>
    public required double Middle { get; init; }

    /// <summary>The assumptions, in any order.</summary>
    public required IReadOnlyList<TornadoBar> Bars { get; init; }
}
