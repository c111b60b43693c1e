using System.Diagnostics;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual.Proxy;

public class PacingProxyTests
{
    [Fact]
    public async Task Passes_every_byte_value_both_ways_unchanged()
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var proxy = PacingProxy.Start(boardLink, Unpaced(FaultPlan.None), out ISerialPort host);
        byte[] sent = PortBytes.Every(1 << 18);
        Task writes = Task.WhenAll(host.WriteAsync(sent, deadline.Token).AsTask(), board.WriteAsync(sent, deadline.Token).AsTask());
        Task<byte[]> atBoard = board.ReadExactlyAsync(sent.Length, deadline.Token);
        Assert.Equal(sent, await host.ReadExactlyAsync(sent.Length, deadline.Token));
        Assert.Equal(sent, await atBoard);
        await writes;
        Assert.Empty(proxy.Injected);
    }

    [Fact]
    public async Task No_byte_is_faster_than_its_line_and_each_direction_has_its_own()
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        var options = new PacingOptions { BaudToDevice = 115200, BaudToHost = 20000 };
        await using var proxy = PacingProxy.Start(boardLink, options, out ISerialPort host);

        // 1152 bytes at 11520 a second, then 200 at 2000: a tenth of a second each.
        foreach ((ISerialPort from, ISerialPort to, int count) in new[] { (host, (ISerialPort)board, 1152), (board, host, 200) })
        {
            var watch = Stopwatch.StartNew();
            await from.WriteAsync(new byte[count], deadline.Token);
            await to.ReadExactlyAsync(count, deadline.Token);
            Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(100), $"{count} bytes took {watch.Elapsed}.");
        }
    }

    [Fact]
    public async Task Drops_doubles_and_flips_exactly_the_placed_bytes()
    {
        var plan = new FaultPlan
        {
            Placed =
            [
                new Fault(LinkDirection.ToDevice, 1, FaultKind.Drop),
                new Fault(LinkDirection.ToDevice, 3, FaultKind.Double),
                new Fault(LinkDirection.ToDevice, 4, FaultKind.Flip) { Mask = 0x81 },
                new Fault(LinkDirection.ToHost, 0, FaultKind.Drop),
            ],
        };
        (byte[] atBoard, IReadOnlyList<Fault> injected) = await SendAsync(plan, [10, 11, 12, 13, 14, 15], pieces: 1);
        Assert.Equal([10, 12, 13, 13, 14 ^ 0x81, 15], atBoard);
        Assert.Equal(plan.Placed.Take(3), injected);
    }

    [Fact]
    public async Task A_seed_gives_the_same_faults_however_the_bytes_are_cut_and_its_log_replays_them()
    {
        var rates = new FaultRates { Drop = 0.02, Double = 0.02, Flip = 0.02, Delay = 0.001 };
        var plan = new FaultPlan { Seed = 99, ToDevice = rates, LongestDelay = TimeSpan.FromMilliseconds(2) };
        byte[] sent = PortBytes.Every(5000);
        (byte[] first, IReadOnlyList<Fault> injected) = await SendAsync(plan, sent, pieces: 1);
        (byte[] again, IReadOnlyList<Fault> injectedAgain) = await SendAsync(plan, sent, pieces: 37);
        (byte[] replayed, _) = await SendAsync(new FaultPlan { Placed = injected }, sent, pieces: 5);
        (byte[] other, _) = await SendAsync(plan with { Seed = 100 }, sent, pieces: 1);
        Assert.InRange(injected.Count, 200, 400);
        Assert.NotEqual(sent, first);
        Assert.Equal(first, again);
        Assert.Equal(injected, injectedAgain);
        Assert.Equal(first, replayed);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_delay_holds_its_byte_and_all_behind_it()
    {
        using var deadline = new Deadline();
        var fault = new Fault(LinkDirection.ToHost, 2, FaultKind.Delay) { Length = TimeSpan.FromMilliseconds(80) };
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var proxy = PacingProxy.Start(boardLink, Unpaced(new FaultPlan { Placed = [fault] }), out ISerialPort host);
        var watch = Stopwatch.StartNew();
        await board.WriteAsync(new byte[] { 1, 2, 3, 4 }, deadline.Token);
        byte[] buffer = new byte[8];
        Assert.Equal(2, await host.ReadAsync(buffer, deadline.Token));
        Assert.Equal([3, 4], await host.ReadExactlyAsync(2, deadline.Token));
        Assert.True(watch.Elapsed >= fault.Length, $"The byte came after {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_line_that_is_cut_for_good_is_silent_both_ways_and_not_lost()
    {
        using var deadline = new Deadline();
        var plan = new FaultPlan { Placed = [new Fault(LinkDirection.ToDevice, 2, FaultKind.Cut)] };
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var proxy = PacingProxy.Start(boardLink, Unpaced(plan), out ISerialPort host);
        await host.WriteAsync(new byte[] { 1, 2, 3, 4 }, deadline.Token);
        Assert.Equal([1, 2], await board.ReadExactlyAsync(2, deadline.Token));
        await UntilAsync(() => proxy.Injected.Count == 1, deadline.Token);
        await board.WriteAsync(new byte[] { 5 }, deadline.Token);
        TimeSpan wait = TimeSpan.FromMilliseconds(100);
        foreach (ISerialPort end in new[] { host, board })
        {
            await Assert.ThrowsAsync<LinkTimeoutException>(async () =>
                await end.ReadAsync(new byte[1], wait, "a byte", TimeProvider.System, deadline.Token));
        }

        Assert.False(proxy.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_line_that_is_cut_for_a_while_loses_what_is_sent_meanwhile()
    {
        using var deadline = new Deadline();
        TimeSpan length = TimeSpan.FromMilliseconds(50);
        var plan = new FaultPlan { Placed = [new Fault(LinkDirection.ToDevice, 1, FaultKind.Cut) { Length = length }] };
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        var options = new PacingOptions { BaudToDevice = 10_000, Faults = plan };
        await using var proxy = PacingProxy.Start(boardLink, options, out ISerialPort host);

        // 1 ms a byte on the line's own clock: 0 passes at 1 ms; 1 to 49 would pass until 50 ms, and the cut lasts from 1 ms to 51 ms.
        byte[] sent = [.. Enumerable.Range(0, 60).Select(value => (byte)value)];
        await host.WriteAsync(sent, deadline.Token);
        Assert.Equal([0, .. sent[50..]], await board.ReadExactlyAsync(11, deadline.Token));
    }

    [Fact]
    public async Task A_reset_comes_after_its_byte_and_before_the_next()
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        byte[] buffer = new byte[16];
        var seenAtReset = new TaskCompletionSource<int>();
        var options = new PacingOptions
        {
            Faults = new FaultPlan { Placed = [new Fault(LinkDirection.ToDevice, 2, FaultKind.Reset)] },
            ResetBoard = async ct => seenAtReset.SetResult(await board.ReadAsync(buffer, ct)),
        };
        await using var proxy = PacingProxy.Start(boardLink, options, out ISerialPort host);
        await host.WriteAsync(new byte[] { 1, 2, 3, 4, 5 }, deadline.Token);
        Assert.Equal(3, await seenAtReset.Task.WaitAsync(deadline.Token));
        Assert.Equal([4, 5], await board.ReadExactlyAsync(2, deadline.Token));
    }

    [Fact]
    public async Task A_reset_that_fails_ends_the_proxy_with_its_error()
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, _) = MemoryPort.CreatePair("board");
        var options = new PacingOptions
        {
            Faults = new FaultPlan { Placed = [new Fault(LinkDirection.ToDevice, 0, FaultKind.Reset)] },
            ResetBoard = _ => throw new PortBusyException("monitor"),
        };
        await using var proxy = PacingProxy.Start(boardLink, options, out ISerialPort host);
        await host.WriteAsync(new byte[] { 1 }, deadline.Token);
        await Assert.ThrowsAsync<PortBusyException>(() => proxy.Completion.WaitAsync(deadline.Token));
        await Assert.ThrowsAsync<LinkLostException>(async () => await host.ReadAsync(new byte[1], deadline.Token));
    }

    [Fact]
    public async Task An_unplugged_host_has_read_what_came_before()
    {
        using var deadline = new Deadline();
        var plan = new FaultPlan { Placed = [new Fault(LinkDirection.ToHost, 2, FaultKind.Unplug)] };
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var proxy = PacingProxy.Start(boardLink, Unpaced(plan), out ISerialPort host);
        await board.WriteAsync(new byte[] { 1, 2, 3 }, deadline.Token);
        Assert.Equal([1, 2], await host.ReadExactlyAsync(2, deadline.Token));
        await Assert.ThrowsAsync<LinkLostException>(async () => await host.ReadAsync(new byte[1], deadline.Token));
        await Assert.ThrowsAsync<LinkLostException>(() => proxy.Completion.WaitAsync(deadline.Token));
    }

    [Fact]
    public async Task The_loss_of_either_side_is_the_loss_of_the_link()
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");
        await using var proxy = PacingProxy.Start(boardLink, new PacingOptions(), out ISerialPort host);
        await board.DisposeAsync();
        await Assert.ThrowsAsync<LinkLostException>(async () => await host.ReadAsync(new byte[1], deadline.Token));

        (boardLink, board) = MemoryPort.CreatePair("board");
        await using var second = PacingProxy.Start(boardLink, new PacingOptions(), out host);
        await host.DisposeAsync();
        await Assert.ThrowsAsync<LinkLostException>(() => second.Completion.WaitAsync(deadline.Token));

        // The board's own port is the caller's: still open, and good for another proxy.
        await using var third = PacingProxy.Start(boardLink, new PacingOptions(), out host);
        await board.WriteAsync(new byte[] { 7 }, deadline.Token);
        Assert.Equal([7], await host.ReadExactlyAsync(1, deadline.Token));
    }

    [SkippableFact]
    public async Task Other_programs_open_its_device_by_a_name_that_stays()
    {
        Skip.If(OperatingSystem.IsWindows(), "Pseudo-terminals are POSIX's.");
        using var deadline = new Deadline();
        using var folder = new TemporaryFolder();
        string link = folder["board"];
        for (int run = 0; run < 2; run++)
        {
            (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board");

            // What a crashed run leaves behind.
            File.CreateSymbolicLink(link, "/dev/pts/gone");
            await using (var proxy = PacingProxy.StartOnPty(boardLink, new PacingOptions(), link, out string path))
            {
                Assert.Equal(link, path);
                for (byte opened = 0; opened < 3; opened++)
                {
                    await using ISerialPort port = await SerialPorts.OpenAsync(TargetAddress.Parse($"serial:{path}"), deadline.Token);
                    await port.WriteAsync(new byte[] { opened }, deadline.Token);
                    Assert.Equal([opened], await board.ReadExactlyAsync(1, deadline.Token));
                    await board.WriteAsync(new byte[] { 13, opened }, deadline.Token);
                    Assert.Equal([13, opened], await port.ReadExactlyAsync(2, deadline.Token));
                }
            }

            Assert.Null(new FileInfo(link).LinkTarget);
        }

        folder.Write("board", "a file of the user");
        (MemoryPort unused, _) = MemoryPort.CreatePair("board");
        Assert.Equal(link, Assert.Throws<PortSettingException>(() => PacingProxy.StartOnPty(unused, new PacingOptions(), link, out _)).Where);
        Assert.Equal("a file of the user", await File.ReadAllTextAsync(link));
    }

    [Fact]
    public void Refuses_what_it_cannot_do_and_says_all_of_it()
    {
        (MemoryPort boardLink, _) = MemoryPort.CreatePair("board");
        var options = new PacingOptions { BaudToHost = 0, Faults = new FaultPlan { ToHost = new FaultRates { Reset = 2 } } };
        var error = Assert.Throws<ArgumentException>(() => PacingProxy.Start(boardLink, options, out _));
        Assert.Contains("at least 1 baud", error.Message, StringComparison.Ordinal);
        Assert.Contains("together at most 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("nothing to reset it with", error.Message, StringComparison.Ordinal);
    }

    private static PacingOptions Unpaced(FaultPlan faults) => new() { BaudToDevice = null, BaudToHost = null, Faults = faults };

    /// <summary>Sends bytes to the board in so many pieces, then unplugs it, so that all that comes has come.</summary>
    private static async Task<(byte[] AtBoard, IReadOnlyList<Fault> Injected)> SendAsync(FaultPlan plan, byte[] sent, int pieces)
    {
        using var deadline = new Deadline();
        (MemoryPort boardLink, MemoryPort board) = MemoryPort.CreatePair("board", 2 * sent.Length);
        await using var proxy = PacingProxy.Start(boardLink, Unpaced(plan), out ISerialPort host);
        foreach (byte[] piece in sent.Chunk((sent.Length + pieces - 1) / pieces))
            await host.WriteAsync(piece, deadline.Token);
        await host.DisposeAsync();
        await Assert.ThrowsAsync<LinkLostException>(() => proxy.Completion.WaitAsync(deadline.Token));
        await boardLink.DisposeAsync();
        var arrived = new List<byte>();
        await Assert.ThrowsAsync<LinkLostException>(async () =>
        {
            byte[] buffer = new byte[1024];
            while (true)
                arrived.AddRange(buffer.AsSpan(0, await board.ReadAsync(buffer, deadline.Token)));
        });
        return ([.. arrived], proxy.Injected);
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken ct)
    {
        while (!condition())
            await Task.Delay(1, ct);
    }
}
