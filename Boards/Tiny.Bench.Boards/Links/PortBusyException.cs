namespace Tiny.Bench.Boards.Links;

/// <summary>Another program, or another run of this one, has the port open.</summary>
public sealed class PortBusyException : LinkException
{
    /// <summary>Creates the error.</summary>
    public PortBusyException(string where, Exception? cause = null)
        : base(where, "the port is in use; expected it free: close the other program that has it open", cause)
    {
    }
}
