using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Tools;

/// <summary>A program that builds or flashes firmware is not installed, or failed.</summary>
public sealed class ToolException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the program or the file that it was given.</summary>
    public ToolException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
