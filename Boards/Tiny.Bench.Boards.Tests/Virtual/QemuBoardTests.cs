using System.Diagnostics;
using System.Text;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

[Collection(VirtualBoardCollection.Name)]
public sealed class QemuBoardTests(VirtualBoards boards)
{
    private static readonly string[] BootText = ["m-timestamp-mode-performance", "m-lap-us-", "m-init-done", "m-ready"];

    [SkippableTheory]
    [MemberData(nameof(VirtualBoards.Ids), MemberType = typeof(VirtualBoards))]
    public async Task A_board_boots_answers_and_boots_again_after_a_reset(string id)
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find(id);
        await using QemuBoard board = await QemuBoard.StartAsync(description, await boards.FirmwareAsync(description, deadline.Token), null, deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);

        await board.RunAsync(deadline.Token);
        AssertBootText(await port.ReadReplyAsync(deadline.Token));
        Assert.Equal("m-name-dut-[Tiny.Bench]\r\nm-ready\r\n", await port.AskAsync("name", deadline.Token));

        await board.ResetAsync(deadline.Token);
        AssertBootText(await port.ReadReplyAsync(deadline.Token));
        Assert.Equal("m-name-dut-[Tiny.Bench]\r\nm-ready\r\n", await port.AskAsync("name", deadline.Token));
    }

    [SkippableTheory]
    [MemberData(nameof(VirtualBoards.Ids), MemberType = typeof(VirtualBoards))]
    public async Task A_board_is_what_the_catalogue_says(string id)
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find(id);
        await using QemuBoard board = await QemuBoard.StartAsync(description, await boards.FirmwareAsync(description, deadline.Token), null, deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);
        await board.RunAsync(deadline.Token);
        await port.ReadReplyAsync(deadline.Token);

        string capabilities = await port.AskAsync("tb caps", deadline.Token);

        Assert.Contains($"m-tb-board-[{id}]", capabilities, StringComparison.Ordinal);
        Assert.Contains($"m-tb-arena-bytes-[{description.Machine!.ArenaBytes}]", capabilities, StringComparison.Ordinal);
        Assert.Contains($"m-tb-data-bytes-[{description.Machine.DataBytes}]", capabilities, StringComparison.Ordinal);
        Assert.Contains("m-tb-plan-[none]", capabilities, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(VirtualBoards.Ids), MemberType = typeof(VirtualBoards))]
    public async Task A_burst_longer_than_the_receive_ring_loses_nothing(string id)
    {
        const int Commands = 600;
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find(id);
        await using QemuBoard board = await QemuBoard.StartAsync(description, await boards.FirmwareAsync(description, deadline.Token), null, deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);
        await board.RunAsync(deadline.Token);
        await port.ReadReplyAsync(deadline.Token);
        string reply = await port.AskAsync("name", deadline.Token);

        // 3,000 bytes at once; each answer is longer than its command, so the ring of 1,024 fills.
        Task sending = port.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("name%", Commands))), deadline.Token).AsTask();
        for (int command = 0; command < Commands; command++)
            Assert.Equal(reply, await port.ReadReplyAsync(deadline.Token));
        await sending;
    }

    [SkippableFact]
    public async Task An_arena_of_another_size_is_what_the_board_says()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("netduinoplus2");
        string firmware = await boards.FirmwareAsync(description, new FirmwareOptions { ArenaBytes = 65536 }, deadline.Token);
        await using QemuBoard board = await QemuBoard.StartAsync(description, firmware, null, deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);
        await board.RunAsync(deadline.Token);
        await port.ReadReplyAsync(deadline.Token);

        Assert.Contains("m-tb-arena-bytes-[65536]", await port.AskAsync("tb caps", deadline.Token), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_arena_that_the_memory_does_not_hold_is_told_by_the_linker()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("netduinoplus2");

        ToolException problem = await Assert.ThrowsAsync<ToolException>(
            () => boards.FirmwareAsync(description, new FirmwareOptions { ArenaBytes = 200_000 }, deadline.Token));

        Assert.Contains("region `ram' overflowed", problem.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Nothing_of_a_board_is_left_after_its_end()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        QemuBoard board = await QemuBoard.StartAsync(description, await boards.FirmwareAsync(description, deadline.Token), new byte[16], deadline.Token);
        Assert.True(RunningPrograms.Any(board.Folder));
        Assert.True(File.Exists(Path.Combine(board.Folder, "plan")));

        await board.DisposeAsync();

        Assert.False(RunningPrograms.Any(board.Folder));
        Assert.False(Directory.Exists(board.Folder));
    }

    [SkippableFact]
    public async Task A_board_ends_with_a_harness_that_was_killed()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        string firmware = await boards.FirmwareAsync(description, deadline.Token);
        InstalledTool.Require("setsid");
        using Process harness = Process.Start(new ProcessStartInfo("setsid", ["dotnet", "exec", typeof(QemuHolder).Assembly.Location, description.Id, firmware])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            string? folder = await harness.StandardOutput.ReadLineAsync(deadline.Token);
            Assert.NotNull(folder);
            Assert.True(RunningPrograms.Any(folder));

            // All of its process group at once: what guards the emulator must not be in it.
            ProgramRun kill = await ProgramRun.OfAsync("/bin/sh", "-c", $"kill -KILL -{harness.Id}");
            Assert.Equal(0, kill.ExitCode);

            await RunningPrograms.WaitUntilNoneAsync(folder, deadline.Token);
            Assert.False(Directory.Exists(folder));
        }
        finally
        {
            if (!harness.HasExited)
                harness.Kill();
        }
    }

    [SkippableFact]
    public async Task A_killed_emulator_is_a_lost_link_and_a_named_error()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        await using QemuBoard board = await QemuBoard.StartAsync(description, await boards.FirmwareAsync(description, deadline.Token), null, deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);
        await board.RunAsync(deadline.Token);
        await port.ReadReplyAsync(deadline.Token);

        board.KillEmulator();

        await Assert.ThrowsAsync<LinkLostException>(async () => await port.ReadAsync(new byte[1], deadline.Token));
        QemuException problem = await Assert.ThrowsAsync<QemuException>(() => board.ResetAsync(deadline.Token));
        Assert.StartsWith("qemu:mps2-an386: the emulator has ended", problem.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_emulator_that_is_not_there_is_told_with_its_package()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        BoardDescription other = description with { Machine = description.Machine! with { Emulator = "qemu-system-none" } };

        QemuException problem = await Assert.ThrowsAsync<QemuException>(() => QemuBoard.StartAsync(other, "firmware.elf", null, deadline.Token));

        Assert.Equal(
            "qemu:mps2-an386: qemu-system-none is not installed; expected it on PATH. On Debian: sudo apt-get install qemu-system-arm qemu-system-misc",
            problem.Message);
    }

    [SkippableFact]
    public async Task What_the_emulator_says_against_a_machine_is_told()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        BoardDescription other = description with { Machine = description.Machine! with { Machine = "mps2-none" } };

        QemuException problem = await Assert.ThrowsAsync<QemuException>(() => QemuBoard.StartAsync(other, "firmware.elf", null, deadline.Token));

        Assert.Contains("unsupported machine type", problem.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_plan_that_does_not_fit_is_refused_with_both_sizes()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("netduinoplus2");

        QemuException problem = await Assert.ThrowsAsync<QemuException>(
            () => QemuBoard.StartAsync(description, "firmware.elf", new byte[786_433], deadline.Token));

        Assert.Equal("qemu:netduinoplus2: the plan has 786433 bytes; expected at most 786432", problem.Message);
    }

    private static void AssertBootText(string text)
    {
        string[] lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(BootText.Length, lines.Length);
        Assert.All(lines.Zip(BootText), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }
}
