using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>What goes wrong on a desk: one clear line each, and the exit code of a world that failed.</summary>
public sealed class PortFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_missing_port_is_told_with_the_command_that_lists_ports() =>
        AssertFailed(await RunAsync("kws01", $"serial:{_folder["ttyACM7"]}@115200"), "there is no such port", "tinybench boards probe");

    [SkippableFact]
    public async Task A_file_is_no_port() =>
        AssertFailed(await RunAsync("kws01", $"serial:{_folder.Write("notes.txt", "no port")}@115200"), "is not a serial port");

    [SkippableFact]
    public async Task A_busy_port_is_told()
    {
        await using HostFirmware board = await StartAsync();
        await using ISerialPort other = await SerialPorts.OpenAsync(board.Address, CancellationToken.None);
        AssertFailed(await RunAsync("kws01", board.Address.ToString()), "the port is in use", "close the other program");
    }

    [SkippableFact]
    public async Task A_board_with_another_model_is_told_with_both_names()
    {
        await using HostFirmware board = await StartAsync();
        AssertFailed(await RunAsync("ic01", board.Address.ToString(), "--official"), "the board runs kws01; expected ic01", "--task kws01");
    }

    [SkippableFact]
    public async Task A_board_that_is_unplugged_in_the_middle_is_told()
    {
        await using HostFirmware board = await StartAsync("--crash-after", "2500");
        AssertFailed(await RunAsync("kws01", board.Address.ToString()), "the device is gone", "expected it to stay connected");
    }

    private async Task<HostFirmware> StartAsync(params string[] options)
    {
        string plan = _folder.Write("kws01.tbplan", BoardModels.Of(OfficialTasks.Open("kws01")).Plan.ToArray());
        return await HostFirmware.StartAsync(await HostPort.BuildAsync(), ["--plan", plan, .. options], CancellationToken.None);
    }

    private Task<CommandLine> RunAsync(string task, string target, params string[] more)
    {
        OfficialTasks.Open(task);
        return CommandLine.RunAsync(["run", "--task", task, "--samples", "10", "--target", target, "--out", _folder["out"], .. more]);
    }

    private static void AssertFailed(CommandLine run, params string[] words)
    {
        string[] lines = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("tinybench: ", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("tinybench: ", StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, lines[^1], StringComparison.Ordinal));
        Assert.Equal((ExitCode.WorldFailed, ""), (run.ExitCode, run.Output));
    }
}
