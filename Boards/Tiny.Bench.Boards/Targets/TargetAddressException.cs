using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Targets;

/// <summary>A text names no target.</summary>
public sealed class TargetAddressException : TinyBenchException
{
    /// <summary>Creates the error; it lists the forms that a target may have.</summary>
    public TargetAddressException(string text, string problem)
        : base(
            $"target \"{text}\"",
            $"{problem}; expected host, qemu:NAME[@BAUD], serial:PATH[@BAUD], tcp://host:port, unix:///path, replay:FILE or a name of the board catalogue")
    {
    }

    private TargetAddressException(string where, string problem, Exception? cause)
        : base(where, problem, cause)
    {
    }

    /// <summary>The error of a text that names no energy meter.</summary>
    internal static TargetAddressException OfMeter(string text, string problem) => new($"meter \"{text}\"", problem, cause: null);
}
