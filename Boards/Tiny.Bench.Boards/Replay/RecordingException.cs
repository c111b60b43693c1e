using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Replay;

/// <summary>A log cannot be replayed.</summary>
public sealed class RecordingException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file, with its line where there is one.</summary>
    public RecordingException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
