using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Cli.Commands.Boards;

namespace Tiny.Bench.Cli;

public class BoardsProbeCommandTests
{
    private static readonly BoardsEnvironment Bench = new()
    {
        Ports = () =>
        [
            new SerialPortInfo("/dev/ttyACM0", 0x0483, 0x374b, "066EFF", "ST-Link"),
            new SerialPortInfo("/dev/ttyACM1", 0x2e8a, 0x000a, "E660", Description: null),
            new SerialPortInfo("/dev/ttyUSB0", 0x10c4, 0xea60, SerialNumber: null, Description: null),
        ],
        Open = (address, _) => address.Name switch
        {
            "/dev/ttyACM0" => ValueTask.FromResult<ISerialPort>(Device(address.Name, "STMicroelectronics")),
            "/dev/ttyACM1" => throw new PortBusyException(address.Name),
            "/dev/ttyACM7" => ValueTask.FromResult<ISerialPort>(Device(address.Name, "Tiny.Bench")),
            _ => throw new PortAccessException(address.Name, "dialout"),
        },
    };

    [Fact]
    public void Each_port_has_a_row_with_what_answers_or_why_nothing_does() => Assert.Equal(
        (ExitCode.Good, """
            port           baud vendor             model likely board                         problem
            /dev/ttyACM0 115200 STMicroelectronics kws01 disco-f746ng or nucleo-l4r5zi
            /dev/ttyACM1      - -                  -     raspberry-pi-pico                    the port is in use; expected it free: close the other program that has it open
            /dev/ttyUSB0      - -                  -     esp32-c3-devkitm or esp32-s3-devkitc permission denied; its group is dialout: join it (sudo usermod -aG dialout $USER), then log in again

            """, ""),
        Probe());

    [Fact]
    public void Json_tells_the_address_to_run_with()
    {
        JsonNode port = JsonNode.Parse(Probe("--json").Output)!["ports"]![0]!;
        Assert.Equal("serial:/dev/ttyACM0@115200", (string?)port["target"]);
        Assert.Equal(("0483:374b", "066EFF", "ST-Link"), ((string?)port["usb"], (string?)port["serialNumber"], (string?)port["description"]));
        Assert.Equal(("STMicroelectronics", "kws01"), ((string?)port["vendor"], (string?)port["model"]));
        Assert.Equal(["disco-f746ng", "nucleo-l4r5zi"], port["boards"]!.AsArray().Select(board => (string)board!).ToArray());
        Assert.Null(port["problem"]);
    }

    [Fact]
    public void A_port_that_was_asked_for_must_answer()
    {
        Assert.Equal(ExitCode.Good, Probe("--port", "/dev/ttyACM7").Code);
        Assert.Equal(ExitCode.WorldFailed, Probe("--port", "/dev/ttyACM7", "--port", "/dev/ttyACM1").Code);
    }

    [Fact]
    public void Our_firmware_tells_its_board() =>
        Assert.Contains("Tiny.Bench kws01 mps2-an386", Probe("--port", "serial:/dev/ttyACM7@9600").Output.Replace("serial:/dev/ttyACM7@9600 9600 ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("qemu:mps2-an386")]
    [InlineData("replay:log.txt")]
    [InlineData("ftp://x")]
    public void What_is_no_port_is_a_wrong_request(string port) => Assert.Equal(ExitCode.BadRequest, Probe("--port", port).Code);

    [Fact]
    public void A_computer_without_ports_is_no_failure()
    {
        (int code, string output, string error) = CommandRun.Of(BoardsProbeCommand.Create(Bench with { Ports = () => [] }));
        Assert.Equal((ExitCode.Good, "", $"no serial port is attached{Environment.NewLine}"), (code, output, error));
    }

    private static (int Code, string Output, string Error) Probe(params string[] arguments) => CommandRun.Of(BoardsProbeCommand.Create(Bench), arguments);

    private static ScriptedPort Device(string name, string vendor) => new(name, command => command switch
    {
        "name" => $"m-name-dut-[{vendor}]\r\nm-ready\r\n",
        "profile" => "m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[kws01]\r\nm-ready\r\n",
        "tb caps" => "m-tb-board-[mps2-an386]*6473e6b1\r\nm-ready\r\n",
        _ => throw new InvalidOperationException($"was sent \"{command}\""),
    });
}
