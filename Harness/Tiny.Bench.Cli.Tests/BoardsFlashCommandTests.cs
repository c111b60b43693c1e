using System.Runtime.Versioning;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Cli.Commands.Boards;

namespace Tiny.Bench.Cli;

[UnsupportedOSPlatform("windows")]
public sealed class BoardsFlashCommandTests : IDisposable
{
    private readonly FakePrograms _programs = new();

    public void Dispose() => _programs.Dispose();

    [Fact]
    public void A_dry_run_prints_the_command_without_the_program()
    {
        string file = Path.GetFullPath("no such file.elf");
        Assert.Equal(
            (ExitCode.Good, $"openocd -f board/st_nucleo_l4.cfg -c 'program {{{file}}} verify reset exit'{Environment.NewLine}", ""),
            Flash("nucleo-l4r5zi", "no such file.elf", "--dry-run"));
    }

    [Fact]
    public void The_port_picks_the_debug_adapter() => Assert.Contains(
        "-c 'adapter serial 066EFF' -c 'program",
        Flash("nucleo-l4r5zi", "a.elf", "--port", "/dev/ttyACM0", "--dry-run").Output,
        StringComparison.Ordinal);

    [SkippableFact]
    public void The_first_program_that_is_installed_is_used()
    {
        string program = _programs.Add("STM32_Programmer_CLI", "echo wrong >&2; exit 9");
        Assert.StartsWith($"{program} --connect port=swd reset=HWrst ", Flash("nucleo-l4r5zi", "a.elf", "--dry-run").Output, StringComparison.Ordinal);
        Assert.StartsWith("openocd ", Flash("nucleo-l4r5zi", "a.elf", "--dry-run", "--tool", "openocd").Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_program_runs_and_its_words_are_passed_on()
    {
        string file = _programs.Write("fw.bin", "firmware");
        _programs.Add("bossac", "echo \"$@\"; cat \"$6\" > \"$0.done\"; echo done >&2");
        (int code, string output, string error) = Flash("arduino-nano-33-ble-sense", file, "--port", "/dev/ttyACM0");
        Assert.Equal((ExitCode.Good, ""), (code, output));
        Assert.StartsWith("Press RESET twice", error, StringComparison.Ordinal);
        Assert.Contains($"--port=/dev/ttyACM0 -U -i -e -w {file} -R", error, StringComparison.Ordinal);
        Assert.Equal("firmware", File.ReadAllText(_programs["bossac.done"]));
    }

    [SkippableFact]
    public void A_program_that_fails_is_an_error()
    {
        string program = _programs.Add("picotool", "echo No accessible device >&2; exit 249");
        (int code, string _, string error) = Flash("raspberry-pi-pico", _programs.Write("fw.uf2", ""));
        Assert.Equal((ExitCode.WorldFailed, $"{program}: ended with exit code 249; expected 0. The board may hold a part of the firmware"), (code, error));
    }

    [Fact]
    public void A_missing_program_is_told_with_how_to_get_it()
    {
        (int code, string _, string error) = Flash("nucleo-l4r5zi", _programs.Write("fw.elf", ""));
        Assert.Equal(ExitCode.WorldFailed, code);
        Assert.Equal(
            """
            nucleo-l4r5zi: no program that flashes it is installed; expected one of:
              openocd: Install it: sudo apt-get install openocd (0.12 or later).
              stm32cubeprogrammer: Install STM32CubeProgrammer from st.com and put its bin folder on PATH.
            """,
            error);
    }

    [Theory]
    [InlineData("board \"nucleo\" is not known; expected one of alif-ensemble-e8-dk, ", "nucleo", "a.elf")]
    [InlineData("board mps2-an386 has no flash to write", "mps2-an386", "a.elf")]
    [InlineData("the catalogue knows no free program that flashes stm32n6570-dk; use STMicroelectronics's own", "stm32n6570-dk", "a.elf")]
    [InlineData("--tool hammer does not flash nucleo-l4r5zi; expected one of openocd, stm32cubeprogrammer", "nucleo-l4r5zi", "a.elf", "--tool", "hammer")]
    [InlineData("esptool talks to esp32-s3-devkitc over its serial port; name it with --port P", "esp32-s3-devkitc", "a.bin", "--dry-run")]
    [InlineData("firmware none.elf: not found.", "nucleo-l4r5zi", "none.elf")]
    public void A_wrong_request_says_what_can_be_done(string start, params string[] arguments)
    {
        (int code, string _, string error) = Flash(arguments);
        Assert.Equal(ExitCode.BadRequest, code);
        Assert.StartsWith(start, error, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Flash(params string[] arguments)
    {
        var environment = new BoardsEnvironment
        {
            Ports = () => [new SerialPortInfo("/dev/ttyACM0", 0x0483, 0x374b, "066EFF", Description: null)],
            Tools = _programs.Path,
        };
        return CommandRun.Of(BoardsFlashCommand.Create(environment), arguments);
    }
}
