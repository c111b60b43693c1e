using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>A device answered something it must not, or nothing that can be read, also when asked again.</summary>
public sealed class ProtocolException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the port with the command.</summary>
    public ProtocolException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
