namespace Tiny.Bench.Results.Charts;

/// <summary>Where a whole goes, such as the time of an inference by operator.</summary>
/// <remarks>The axis is linear from zero: parts of a logarithmic bar cannot be compared.</remarks>
public sealed record StackChart : Chart
{
    /// <summary>Quantity and unit of the values.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The stacked bars, top to bottom.</summary>
    public required IReadOnlyList<StackedBar> Stacks { get; init; }
}
