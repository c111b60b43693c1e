namespace Tiny.Bench.Core;

/// <summary>The world is not as a run needs it: a file, a list, a suite or a board says something it must not.</summary>
/// <remarks>The base of every error that is not the caller's fault; wrong use of an API is an <see cref="ArgumentException"/>.</remarks>
public abstract class TinyBenchException : Exception
{
    /// <summary>Creates the error; the message becomes "<paramref name="where"/>: <paramref name="problem"/>".</summary>
    protected TinyBenchException(string where, string problem, Exception? cause = null)
        : base($"{where}: {problem}", cause)
    {
        Where = where;
        Problem = problem;
    }

    /// <summary>The place: file with line or JSON path, or command with byte offset.</summary>
    public string Where { get; }

    /// <summary>What stands there and what was expected.</summary>
    public string Problem { get; }
}
