namespace Tiny.Bench.Results.Audit;

/// <summary>Accuracy logs over the same samples.</summary>
/// <param name="Task">Task id.</param>
/// <param name="Name">The evaluation list; null when it is no known one.</param>
/// <param name="Logs">Paths of the logs.</param>
public sealed record AuditList(string Task, string? Name, IReadOnlyList<string> Logs)
{
    /// <summary>Task and list in words.</summary>
    public string Describe() => $"{Task}: {Name ?? "samples of no known list"}";
}
