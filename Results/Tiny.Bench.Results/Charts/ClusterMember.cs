namespace Tiny.Bench.Results.Charts;

/// <summary>A system among others.</summary>
/// <param name="Label">The system.</param>
/// <param name="Cluster">Its cluster: a dialect's name, or "unknown".</param>
/// <param name="Agreement">Share of inputs with equal outputs, 0 to 1, one for each member in the order given; null where not compared.</param>
public sealed record ClusterMember(string Label, string Cluster, IReadOnlyList<double?> Agreement);
