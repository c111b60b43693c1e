using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>What the commands find outside the program; a test puts its own in.</summary>
internal sealed record BoardsEnvironment
{
    /// <summary>The serial ports at hand.</summary>
    public Func<IReadOnlyList<FoundPort>> Ports { get; init; } = () => [];

    /// <summary>Opens one of them.</summary>
    public Func<TargetAddress, CancellationToken, ValueTask<ISerialPort>> Open { get; init; } = SerialPorts.OpenAsync;

    /// <summary>Where programs are looked for.</summary>
    public ToolPath Tools { get; init; } = new();
}
