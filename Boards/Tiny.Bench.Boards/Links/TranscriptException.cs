using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Links;

/// <summary>A transcript cannot be written.</summary>
public sealed class TranscriptException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file, with its line where there is one.</summary>
    public TranscriptException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
