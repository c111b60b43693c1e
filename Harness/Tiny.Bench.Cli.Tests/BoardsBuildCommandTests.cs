using System.Runtime.Versioning;
using Tiny.Bench.Cli.Commands.Boards;

namespace Tiny.Bench.Cli;

[UnsupportedOSPlatform("windows")]
public sealed class BoardsBuildCommandTests : IDisposable
{
    private readonly FakePrograms _programs = new();

    public BoardsBuildCommandTests() => _programs.Write("src/Makefile", "all:\n");

    public void Dispose() => _programs.Dispose();

    [SkippableFact]
    public void The_file_is_printed_and_the_build_talks_on_the_error_stream()
    {
        string elf = _programs.Write("out/fw.elf", "");
        _programs.Add("make", $"echo compiling >&2; echo {elf}");
        _programs.Add("riscv64-unknown-elf-gcc", "");
        (int code, string output, string error) = Build("riscv32-virt");
        Assert.Equal((ExitCode.Good, $"{elf}{Environment.NewLine}"), (code, output));
        Assert.Contains("compiling", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_fault_is_handed_to_the_Makefile()
    {
        string elf = _programs.Write("out/fw.elf", "");
        _programs.Add("make", $"echo \"$@\" >&2; echo {elf}");
        _programs.Add("gcc", "");
        (int code, string _, string error) = Build("host-firmware", "--fault", "divide-ties-up");
        Assert.Equal(ExitCode.Good, code);
        Assert.Contains("FAULT=divide-ties-up", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_missing_toolchain_is_told_with_its_packages()
    {
        _programs.Add("make", "");
        Assert.Equal(
            (ExitCode.WorldFailed, "", "riscv64-unknown-elf-gcc: is not installed; expected it on PATH. Install it: sudo apt-get install gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf"),
            Build("riscv32-virt"));
    }

    [SkippableFact]
    public void A_failed_build_is_an_error()
    {
        _programs.Add("make", "exit 2");
        _programs.Add("gcc", "");
        Assert.Equal(ExitCode.WorldFailed, Build("host-firmware").Code);
    }

    [Fact]
    public void A_board_without_a_port_is_a_wrong_request()
    {
        (int code, string _, string error) = Build("nrf5340-dk");
        Assert.Equal(ExitCode.BadRequest, code);
        Assert.StartsWith("board nrf5340-dk has no port of our firmware", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_that_are_not_there_are_a_wrong_request() => Assert.Equal(
        ExitCode.BadRequest, CommandRun.Of(BoardsBuildCommand.Create(new BoardsEnvironment()), "host-firmware", "--firmware", _programs["none"]).Code);

    private (int Code, string Output, string Error) Build(string board, params string[] options) => CommandRun.Of(
        BoardsBuildCommand.Create(new BoardsEnvironment { Tools = _programs.Path }),
        [board, "--firmware", _programs["src"], "--out", _programs["out"], .. options]);
}
