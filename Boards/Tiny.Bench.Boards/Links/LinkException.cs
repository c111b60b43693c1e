using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Links;

/// <summary>A link to a device cannot be opened, or failed while it was in use.</summary>
public abstract class LinkException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the port's name, with the command where there is one.</summary>
    protected LinkException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
