namespace Tiny.Bench.Core.Tasks;

/// <summary>The benchmark as <c>suite.json</c> defines it.</summary>
public sealed record Suite
{
    /// <summary>Version of the definition; records carry it, and figures of two versions are not ranked together.</summary>
    public required string Version { get; init; }

    /// <summary>All tasks, by ascending id.</summary>
    public required IReadOnlyList<BenchmarkTask> Tasks { get; init; }

    /// <summary>How latency is measured, the same for every task.</summary>
    public required PerformanceRule Performance { get; init; }

    /// <summary>The task of that id; null when the suite has none.</summary>
    public BenchmarkTask? FindTask(string id) => Tasks.FirstOrDefault(task => string.Equals(task.Id, id, StringComparison.Ordinal));
}
