using System.Runtime.Versioning;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Links.Posix;

[UnsupportedOSPlatform("windows")]
public class PosixSerialPortTests
{
    [SkippableFact]
    public async Task Carries_every_byte_value_both_ways_unchanged()
    {
        Posix();
        using var deadline = new Deadline();
        using var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        byte[] sent = PortBytes.Every(1 << 20);

        // Both directions at once: 1 MB is more than any buffer, so a writer that held up its reader would hang here.
        Task down = port.WriteAsync(sent, deadline.Token).AsTask();
        Task up = pty.Board.WriteAsync(sent, deadline.Token).AsTask();
        Task<byte[]> atBoard = pty.Board.ReadExactlyAsync(sent.Length, deadline.Token);
        Task<byte[]> atHost = port.ReadExactlyAsync(sent.Length, deadline.Token);
        await Task.WhenAll(down, up, atBoard, atHost);
        Assert.Equal(sent, await atBoard);
        Assert.Equal(sent, await atHost);
    }

    [SkippableFact]
    public async Task A_read_that_nothing_answers_ends_at_its_deadline_and_says_what_it_waited_for()
    {
        Posix();
        using var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        var error = await Assert.ThrowsAsync<LinkTimeoutException>(async () =>
            await port.ReadAsync(new byte[1], TimeSpan.FromMilliseconds(50), "m-ready after name", TimeProvider.System, CancellationToken.None));
        Assert.Equal($"{pty.Path}: waited 0.05 s for m-ready after name; it did not come", error.Message);
    }

    [SkippableFact]
    public async Task A_write_that_nobody_takes_ends_at_its_deadline()
    {
        Posix();
        using var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        var error = await Assert.ThrowsAsync<LinkTimeoutException>(async () =>
            await port.WriteAsync(new byte[1 << 20], TimeSpan.FromMilliseconds(50), "the model", TimeProvider.System, CancellationToken.None));
        Assert.Equal("room to write the model", error.WaitedFor);
    }

    [SkippableFact]
    public async Task Cancelling_wakes_a_blocked_read_which_has_taken_nothing()
    {
        Posix();
        using var deadline = new Deadline();
        using var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        byte[] buffer = new byte[4];
        for (int round = 0; round < 50; round++)
        {
            using var cancel = new CancellationTokenSource();
            Task<int> read = port.ReadAsync(buffer, cancel.Token).AsTask();
            Assert.False(read.IsCompleted);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(deadline.Token));
            await pty.Board.WriteAsync(new byte[] { (byte)round }, deadline.Token);
            Assert.Equal(1, await port.ReadAsync(buffer, deadline.Token));
            Assert.Equal(round, buffer[0]);
        }
    }

    [SkippableFact]
    public async Task Closing_wakes_a_blocked_read()
    {
        Posix();
        using var deadline = new Deadline();
        using var pty = Pty.Open(stayOpen: false);
        ISerialPort port = await OpenAsync(pty.Path);
        Task<int> read = port.ReadAsync(new byte[1], CancellationToken.None).AsTask();
        await port.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => read.WaitAsync(deadline.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => port.ReadAsync(new byte[1], CancellationToken.None).AsTask());
        await port.DisposeAsync();
    }

    [SkippableFact]
    public async Task An_unplugged_board_ends_a_blocked_read_and_every_later_call()
    {
        Posix();
        using var deadline = new Deadline();
        var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        Task<int> read = port.ReadAsync(new byte[1], deadline.Token).AsTask();
        pty.Dispose();
        var error = await Assert.ThrowsAsync<LinkLostException>(() => read);
        Assert.Equal(pty.Path, error.Where);
        Assert.Contains("the device is gone", error.Problem, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LinkLostException>(async () => await port.ReadAsync(new byte[1], deadline.Token));
        error = await Assert.ThrowsAsync<LinkLostException>(async () => await port.WriteAsync(new byte[1], deadline.Token));
        Assert.Contains("EIO", error.Problem, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_boards_side_is_told_when_the_program_closes()
    {
        Posix();
        using var deadline = new Deadline();
        using var pty = Pty.Open(stayOpen: false);
        ISerialPort port = await OpenAsync(pty.Path);
        Task<int> read = pty.Board.ReadAsync(new byte[1], deadline.Token).AsTask();
        await port.DisposeAsync();
        await Assert.ThrowsAsync<LinkLostException>(() => read);
    }

    [SkippableFact]
    public async Task Discarding_input_leaves_what_comes_later()
    {
        Posix();
        using var deadline = new Deadline();
        using var pty = Pty.Open(stayOpen: false);
        await using ISerialPort port = await OpenAsync(pty.Path);
        await pty.Board.WriteAsync("boot text\r\n"u8.ToArray(), deadline.Token);
        await port.ReadExactlyAsync(1, deadline.Token);
        port.DiscardInput();
        await pty.Board.WriteAsync("m-ready"u8.ToArray(), deadline.Token);
        Assert.Equal("m-ready"u8.ToArray(), await port.ReadExactlyAsync(7, deadline.Token));
    }

    [SkippableFact]
    public async Task Closing_leaves_no_descriptor()
    {
        Posix();
        await OnceAsync();
        int before = Descriptors();
        for (int round = 0; round < 100; round++)
            await OnceAsync();

        // Other tests run beside this one and hold a few; 100 lost ones would show.
        Assert.InRange(Descriptors() - before, -50, 50);

        static async Task OnceAsync()
        {
            using var deadline = new Deadline();
            using var pty = Pty.Open(stayOpen: false);
            await using ISerialPort port = await OpenAsync(pty.Path);
            await Assert.ThrowsAsync<PortBusyException>(() => OpenAsync(pty.Path));
            await port.WriteAsync(new byte[1], deadline.Token);
            await pty.Board.ReadAsync(new byte[1], deadline.Token);
        }

        static int Descriptors() => Directory.GetFileSystemEntries("/dev/fd").Length;
    }

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "Pseudo-terminals are POSIX's.");

    private static Task<ISerialPort> OpenAsync(string path) =>
        SerialPorts.OpenAsync(TargetAddress.Parse($"serial:{path}"), CancellationToken.None).AsTask();
}
