using Tiny.Bench.Results.Comparison;

namespace Tiny.Bench.Cli.Output;

/// <summary>A gate with what it found.</summary>
internal sealed record GateVerdict(RegressionGate Gate, IReadOnlyList<string> Failures)
{
    public bool Holds => Failures.Count == 0;
}
