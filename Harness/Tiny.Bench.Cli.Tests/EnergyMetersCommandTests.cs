using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Cli.Commands.Boards;
using Tiny.Bench.Cli.Commands.Energy;

namespace Tiny.Bench.Cli;

public class EnergyMetersCommandTests
{
    [Fact]
    public void Lists_the_meters_among_the_ports() => Assert.Equal(
        (ExitCode.Good, """
            meter             likely
            lpm01a:/dev/by-id ST X-NUCLEO-LPM01A
            ppk2:/dev/ttyACM2 Nordic Power Profiler Kit II

            """, ""),
        Run(
            new SerialPortInfo("/dev/ttyACM0", 0x0483, 0x374b, "066EFF", "ST-Link"),
            new SerialPortInfo("/dev/ttyACM1", 0x0483, 0x5740, "1", Description: null) { StablePath = "/dev/by-id" },
            new SerialPortInfo("/dev/ttyACM2", 0x1915, 0xc00a, "2", Description: null)));

    [Fact]
    public void Says_that_there_is_none() => Assert.Equal((ExitCode.Good, "", "no energy meter is attached\n"), Run());

    private static (int ExitCode, string Output, string Error) Run(params SerialPortInfo[] ports)
    {
        var environment = new BoardsEnvironment { Ports = () => ports };
        return CommandRun.Of(EnergyMetersCommand.Create(environment));
    }
}
