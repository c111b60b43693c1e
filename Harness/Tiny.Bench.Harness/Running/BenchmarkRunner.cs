namespace Tiny.Bench.Harness.Running;

/// <summary>Runs a task's list on a system under test, one inference at a time (single stream); for accuracy on several equal systems at once.</summary>
public sealed partial class BenchmarkRunner
{
    private readonly TimeProvider _time;

    /// <summary>Creates a runner.</summary>
    /// <param name="time">The host's clock. It tells progress, and watches over the system's own clock, which does the measuring.</param>
    public BenchmarkRunner(TimeProvider time) => _time = time;
}
