namespace Tiny.Bench.Boards.Links;

/// <summary>The port is there and does not take what was asked of it: a speed, raw mode.</summary>
public sealed class PortSettingException : LinkException
{
    /// <summary>Creates the error; <paramref name="problem"/> names the setting and what the port takes.</summary>
    public PortSettingException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
