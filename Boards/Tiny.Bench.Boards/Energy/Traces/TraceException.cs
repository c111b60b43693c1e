using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A trace is torn, out of order, or holds something that is no measurement: no figure is made of it.</summary>
public sealed class TraceException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file with its line, byte, sample or JSON path.</summary>
    public TraceException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
