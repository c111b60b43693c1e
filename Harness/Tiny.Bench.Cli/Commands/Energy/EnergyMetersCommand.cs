using System.CommandLine;
using Tiny.Bench.Boards.Energy;
using Tiny.Bench.Cli.Commands.Boards;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy meters</c>: the attached meters, by their USB ids; none is opened.</summary>
internal static class EnergyMetersCommand
{
    public static Command Create(BoardsEnvironment environment)
    {
        Option<bool> json = CommonOptions.Json();
        var command = new Command("meters", "List attached energy meters that can be driven.") { json };
        command.SetAction(parsed =>
        {
            (KnownMeter Meter, string Address)[] found =
            [
                .. environment.Ports().SelectMany(port => KnownMeter.At(port) is { } meter ? new[] { (meter, meter.AddressAt(port)) } : []),
            ];
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
                JsonOutput.Write(streams.Output, new { Meters = found.Select(each => new { each.Meter.Title, Meter = each.Address, Usb = each.Meter.Usb.ToString() }) });
            else if (found.Length > 0)
                TextTable.Write(streams.Output, ["meter", "likely"], found.Select(each => (IReadOnlyList<string>)[each.Address, each.Meter.Title]));
            else
                streams.Error.WriteLine("no energy meter is attached");
            return ExitCode.Good;
        });
        return command;
    }
}
