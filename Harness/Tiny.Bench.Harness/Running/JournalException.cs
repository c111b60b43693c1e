using Tiny.Bench.Core;

namespace Tiny.Bench.Harness.Running;

/// <summary>A journal cannot be continued.</summary>
public sealed class JournalException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file, with its line where there is one.</summary>
    public JournalException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
