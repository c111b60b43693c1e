using System.CommandLine;
using Tiny.Bench.Boards.Energy;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Cli.Commands;

/// <summary>The options of <c>run</c> that say how energy is measured.</summary>
internal sealed class MeterOptionSet
{
    private const string Emulated = "emulated";

    private readonly Option<string?> _meter = new("--meter") { Description = "The energy meter: lpm01a:PATH, ppk2:PATH, otii:tcp://host:port, or emulated:lpm01a and emulated:ppk2, which see host-firmware.", HelpName = "METER" };
    private readonly Option<double?> _supply = new("--supply") { Description = "Supply voltage of the board; a meter that supplies it is set to it.", HelpName = "VOLTS" };
    private readonly Option<string?> _interface = new("--interface") { Description = "The interface board between host and board: serial:PATH[@BAUD], or emulated before host-firmware. --target then only names the board.", HelpName = "PORT" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _meter, _supply, _interface })
            command.Add(option);
    }

    /// <summary>What the user asked for energy mode.</summary>
    /// <exception cref="RequestException">Meter or supply is missing.</exception>
    /// <exception cref="TargetAddressException">An address has no known form.</exception>
    public EnergyRequest Request(ParseResult parsed)
    {
        string meter = parsed.GetValue(_meter) ?? throw new RequestException("--mode energy needs --meter, such as lpm01a:/dev/ttyACM1");
        double supply = parsed.GetValue(_supply) ?? throw new RequestException("--mode energy needs --supply, the volts of the board");
        if (!(supply > 0 && double.IsFinite(supply)))
            throw new RequestException("--supply must be more than 0 volts");
        string? between = parsed.GetValue(_interface);
        return new EnergyRequest(
            MeterAddress.Parse(meter),
            supply,
            new EnergyWiring
            {
                Interface = between is null or Emulated ? null : Link(between),
                HasEmulatedInterface = between is Emulated,
            });
    }

    private static TargetAddress Link(string text) => TargetAddress.Parse(text) is { IsLink: true } address
        ? address
        : throw new RequestException($"--interface {text} is no port; expected serial:PATH[@BAUD], tcp://host:port, unix:///path or emulated");

    /// <summary>Checks that a target can be measured.</summary>
    /// <exception cref="RequestException">The host has no meter, or an emulated one cannot see the board.</exception>
    public static void RequireMeasurable(EnergyRequest request, TargetAddress target, BoardTargets boards)
    {
        if (target.Scheme == TargetScheme.Host)
            throw new RequestException("--mode energy measures a board; name one with --target");
        if ((request.Meter.Emulated is not null || request.Wiring.HasEmulatedInterface) && !boards.IsProcess(target))
            throw new RequestException($"an emulated meter or interface board sees no board but host-firmware; --target is {target}");
    }
}
