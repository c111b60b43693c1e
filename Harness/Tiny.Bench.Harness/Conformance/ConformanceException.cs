using Tiny.Bench.Core;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>A golden file is malformed, or does not belong to the model or the inputs at hand.</summary>
public sealed class ConformanceException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    public ConformanceException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
