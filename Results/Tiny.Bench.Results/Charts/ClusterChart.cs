namespace Tiny.Bench.Results.Charts;

/// <summary>Who computes the same: the share of inputs with equal outputs for each pair of systems, those of one cluster side by side.</summary>
public sealed record ClusterChart : Chart
{
    /// <summary>The systems; drawn in the order of their clusters' names, then as given.</summary>
    public required IReadOnlyList<ClusterMember> Members { get; init; }
}
