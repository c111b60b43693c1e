using System.CommandLine;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Boards.Probing;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Cli.Output;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary><c>tinybench boards probe [--port P]... [--catalog DIR] [--json]</c>: which ports answer, at which speed, as what.</summary>
internal static class BoardsProbeCommand
{
    public static Command Create(BoardsEnvironment environment)
    {
        var ports = new Option<string[]>("--port")
        {
            Description = "A port to ask, by its path or as serial:PATH@BAUD, tcp://host:port or unix:///path. Default: every serial port.",
            HelpName = "P",
        };
        Option<string?> folder = BoardsOptions.Catalog();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("probe", "Ask every serial port for a board.") { ports, folder, json };
        command.SetAction(async (parsed, ct) =>
        {
            BoardCatalog catalog = BoardsOptions.Load(parsed, folder);
            string[] named = parsed.GetValue(ports) ?? [];
            IReadOnlyList<SerialPortInfo> asked = named.Length == 0 ? environment.Ports() : [.. named.Select(environment.Port)];
            var probe = new PortProbe(environment.Open, TimeProvider.System);
            (SerialPortInfo Port, Task<ProbeResult> Probe)[] probes = [.. asked.Select(port => (port, probe.ProbeAsync(port.Path, Addresses(catalog, port), ct)))];
            await Task.WhenAll(probes.Select(running => running.Probe));

            ProbeRow[] rows = [.. probes.Select(done => ProbeRow.Of(catalog, done.Port, done.Probe.Result))];
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(json))
                JsonOutput.Write(streams.Output, new { Ports = rows });
            else if (rows.Length > 0)
                ProbeRow.Write(streams.Output, rows);
            else
                await streams.Error.WriteLineAsync("no serial port is attached");

            // Who asks for one port wants that port; who looks around may find nothing.
            return named.Length == 0 || Array.TrueForAll(rows, row => row.Problem is null) ? ExitCode.Good : ExitCode.WorldFailed;
        });
        return command;
    }

    private static TargetAddress[] Addresses(BoardCatalog catalog, SerialPortInfo port)
    {
        if (!IsAddress(port.Path))
            return [.. BoardGuess.Speeds(catalog, ProbeRow.UsbOf(port)).Select(baud => TargetAddress.Parse($"serial:{port.Path}@{baud}"))];
        var address = TargetAddress.Parse(port.Path);
        return address.Scheme is TargetScheme.Serial or TargetScheme.Tcp or TargetScheme.Unix
            ? [address]
            : throw new RequestException($"--port {port.Path} is no port; expected a path, serial:PATH@BAUD, tcp://host:port or unix:///path");
    }

    // A path has no colon before its first slash, and COM3 has none at all.
    private static bool IsAddress(string text) => text.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon && text.AsSpan(0, colon).IndexOf('/') < 0;
}
