using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>A virtual board cannot be started, or its emulator failed.</summary>
public sealed class QemuException : TinyBenchException
{
    /// <summary>Creates the error; <paramref name="where"/> is the board's target address or the emulator's name.</summary>
    public QemuException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
