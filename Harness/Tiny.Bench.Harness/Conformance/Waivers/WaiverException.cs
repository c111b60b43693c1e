using Tiny.Bench.Core;

namespace Tiny.Bench.Harness.Conformance.Waivers;

/// <summary>A file of waivers is malformed.</summary>
public sealed class WaiverException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    public WaiverException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
