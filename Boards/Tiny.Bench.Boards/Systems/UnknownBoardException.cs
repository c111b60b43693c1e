using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A target names a board that the catalogue does not know, or that is not attached exactly once.</summary>
public sealed class UnknownBoardException : TinyBenchException
{
    /// <summary>The catalogue has no such board; lists those that there are.</summary>
    public UnknownBoardException(string target, IEnumerable<BoardDescription> known)
        : base($"target \"{target}\"", $"is no board of the catalogue; expected one of {string.Join(", ", known.Select(board => board.Id))}")
    {
    }

    /// <summary>The board is not attached, or several are; lists the ports that fit.</summary>
    public UnknownBoardException(string target, IReadOnlyCollection<SerialPortInfo> ports)
        : base(
            $"target \"{target}\"",
            ports.Count == 0
                ? "no port has the board's USB ids; expected it attached. tinybench boards probe lists what is"
                : $"{ports.Count} ports have the board's USB ids; name one of them: {string.Join(", ", ports.Select(port => $"serial:{port.StablePath ?? port.Path}"))}")
    {
    }
}
