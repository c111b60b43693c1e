using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>A record cannot be written, or a file is no record that this program reads.</summary>
public sealed class RecordException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file, with JSON path and line where there is one.</summary>
    public RecordException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
