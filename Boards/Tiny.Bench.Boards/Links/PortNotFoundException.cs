namespace Tiny.Bench.Boards.Links;

/// <summary>Nothing is there under the port's name, or nobody listens.</summary>
public sealed class PortNotFoundException : LinkException
{
    /// <summary>Creates the error; <paramref name="problem"/> tells what is there instead.</summary>
    public PortNotFoundException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
