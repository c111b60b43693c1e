using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Boards.Tools;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>What the commands find outside the program; a test puts its own in.</summary>
internal sealed record BoardsEnvironment
{
    /// <summary>The serial ports at hand.</summary>
    public Func<IReadOnlyList<SerialPortInfo>> Ports { get; init; } = SerialPortList.Find;

    /// <summary>The port of a name that the user gave; with nothing but the name where none such is attached.</summary>
    public SerialPortInfo Port(string name) =>
        Ports().FirstOrDefault(port => port.Path == name || port.StablePath == name)
        ?? new SerialPortInfo(name, VendorId: null, ProductId: null, SerialNumber: null, Description: null);

    /// <summary>Opens one of them.</summary>
    public Func<TargetAddress, CancellationToken, ValueTask<ISerialPort>> Open { get; init; } = SerialPorts.OpenAsync;

    /// <summary>Where programs are looked for.</summary>
    public ToolPath Tools { get; init; } = new();
}
