using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

public sealed class HostPortTests(HostBuilds builds) : IClassFixture<HostBuilds>, IDisposable
{
    private const string Name = "m-name-dut-[Tiny.Bench]\r\nm-ready\r\n";

    private readonly TemporaryFolder _folder = new();
    private Deadline? _deadline;

    // Begins when the firmware is built.
    private CancellationToken Token => (_deadline ??= new Deadline()).Token;

    public void Dispose()
    {
        _deadline?.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task It_answers_on_a_terminal_of_its_own_each_time_that_is_opened()
    {
        await using HostFirmware board = await StartAsync();
        Assert.StartsWith("/dev/pts/", board.Address.Name, StringComparison.Ordinal);
        for (int opening = 0; opening < 3; opening++)
        {
            await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
            Assert.Equal(Name, await port.AskAsync("name", Token));
        }

        Assert.Equal(0, await board.EndAsync(Token));
    }

    [SkippableFact]
    public async Task It_ends_with_its_parent_and_takes_its_link_along()
    {
        string link = _folder["board"];
        await using HostFirmware board = await StartAsync("--link", link);
        Assert.Equal(board.Address.Name, new FileInfo(link).LinkTarget);

        Assert.Equal(0, await board.EndAsync(Token));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [SkippableTheory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_it_and_leaves_no_socket(string signal, int exitCode)
    {
        string socket = _folder["socket"];
        await using HostFirmware board = await StartAsync("--unix", socket);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
        Assert.Equal(Name, await port.AskAsync("name", Token));

        await ProgramRun.OfAsync("kill", $"-{signal}", board.ProcessId.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(exitCode, await board.WaitAsync(Token));
        Assert.False(File.Exists(socket));
    }

    [SkippableFact]
    public async Task A_socket_takes_one_caller_after_the_other()
    {
        await using HostFirmware board = await StartAsync("--unix", _folder["socket"]);
        for (int opening = 0; opening < 3; opening++)
        {
            await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
            Assert.Equal(Name, await port.AskAsync("name", Token));
        }
    }

    [SkippableTheory]
    [InlineData("pty")]
    [InlineData("unix")]
    public async Task Opening_resets_it_where_that_is_asked(string kind)
    {
        string[] link = kind == "unix" ? ["--unix", _folder["socket"]] : [];
        await using HostFirmware board = await StartAsync([.. link, "--reset-on-open", "--boot-delay", "50"]);
        for (int opening = 0; opening < 2; opening++)
        {
            await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
            AssertBootText(await port.ReadReplyAsync(Token));
            Assert.Equal(Name, await port.AskAsync("name", Token));
        }
    }

    [SkippableFact]
    public async Task The_reset_button_forgets_what_was_uploaded()
    {
        await using HostFirmware board = await StartAsync();
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
        await port.AskAsync("tb open data 10", Token);
        await port.WriteAsync("tb put 0 10 00000000%half"u8.ToArray(), Token);

        await board.ResetAsync(Token);

        AssertBootText(await port.ReadReplyAsync(Token));
        Assert.Equal("m-tb-have-[none,0,0,00000000]*12466596\r\nm-ready\r\n", await port.AskAsync("tb have", Token));
    }

    [SkippableFact]
    public async Task A_crash_is_the_end_of_the_link()
    {
        await using HostFirmware board = await StartAsync("--crash-after", "7");
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
        Assert.Equal(Name, await port.AskAsync("name", Token));

        await Assert.ThrowsAnyAsync<LinkException>(() => port.AskAsync("name", Token));
        Assert.Equal(70, await board.WaitAsync(Token));
    }

    [SkippableFact]
    public async Task At_9600_baud_ten_bits_a_byte_take_their_time()
    {
        await using HostFirmware board = await StartAsync("--baud", "9600");
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);

        uint first = Lap(await port.AskAsync("timestamp", Token));
        uint second = Lap(await port.AskAsync("timestamp", Token));

        // The first answer and the second command are 20 bytes at the least.
        Assert.InRange(second - first, 20 * 10 * 1_000_000u / 9600, uint.MaxValue / 2);
    }

    [SkippableFact]
    public async Task Memory_is_as_large_as_it_is_told()
    {
        await using HostFirmware board = await StartAsync("--arena", "1000", "--data", "100", "--slot", "0");
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);

        string capabilities = await port.AskAsync("tb caps", Token);

        Assert.Contains("m-tb-arena-bytes-[1000]", capabilities, StringComparison.Ordinal);
        Assert.Contains("m-tb-data-bytes-[100]", capabilities, StringComparison.Ordinal);
        Assert.Contains("m-tb-plan-bytes-[0]", capabilities, StringComparison.Ordinal);
        Assert.Equal("e-[tb open: no memory for it]\r\nm-ready\r\n", await port.AskAsync("tb open plan 10", Token));
        Assert.Equal("Supplied buffer size 101 exceeds maximum of 100\nm-ready\r\n", await port.AskAsync("db load 101", Token));
    }

    [SkippableFact]
    public async Task A_file_that_only_begins_like_a_plan_is_bad()
    {
        string plan = _folder.Write("plan", Encoding.ASCII.GetBytes("TBPL" + new string('x', 200)));
        await using HostFirmware board = await StartAsync("--plan", plan);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);

        Assert.Contains("m-tb-plan-[bad: ", await port.AskAsync("tb caps", Token), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(2, "--nonsense")]
    [InlineData(2, "--arena", "many")]
    [InlineData(2, "--plan")]
    [InlineData(3, "--plan", "/nowhere/at all")]
    [InlineData(3, "--unix", "/nowhere/at all")]
    public async Task A_wrong_option_ends_it_at_once(int exitCode, params string[] options)
    {
        QemuException error = await Assert.ThrowsAsync<QemuException>(() => StartAsync(options));
        Assert.Contains($"ended with exit code {exitCode};", error.Problem, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_the_extension_its_commands_are_unknown()
    {
        string program = await builds.BuildAsync("EXTENSION=0");
        await using HostFirmware board = await HostFirmware.StartAsync(program, [], Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, Token);
        Assert.Equal("e-[Unknown command: tb]\r\nm-ready\r\n", await port.AskAsync("tb caps", Token));
    }

    private async Task<HostFirmware> StartAsync(params string[] options)
    {
        string program = await builds.BuildAsync();
        return await HostFirmware.StartAsync(program, options, Token);
    }

    private static uint Lap(string reply) =>
        uint.Parse(reply.AsSpan("m-lap-us-".Length, reply.IndexOf('\r', StringComparison.Ordinal) - "m-lap-us-".Length), CultureInfo.InvariantCulture);

    private static void AssertBootText(string text)
    {
        Assert.StartsWith("m-timestamp-mode-performance\r\nm-lap-us-", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\nm-init-done\r\nm-ready\r\n", text, StringComparison.Ordinal);
    }
}
