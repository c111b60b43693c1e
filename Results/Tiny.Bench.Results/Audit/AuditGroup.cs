namespace Tiny.Bench.Results.Audit;

/// <summary>Logs that hold the same outputs for every sample.</summary>
/// <param name="Name">A letter.</param>
/// <param name="Logs">Their paths.</param>
public sealed record AuditGroup(string Name, IReadOnlyList<string> Logs);
