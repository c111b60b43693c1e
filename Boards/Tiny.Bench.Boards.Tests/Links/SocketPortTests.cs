using System.Net;
using System.Net.Sockets;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links;

public class SocketPortTests
{
    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Carries_every_byte_value_both_ways_unchanged(bool local)
    {
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local, deadline.Token);
        byte[] sent = PortBytes.Every(1 << 20);
        Task<byte[]> atBoard = board.ReceiveAsync(sent.Length, deadline.Token);
        Task down = board.Port.WriteAsync(sent, deadline.Token).AsTask();
        Task up = board.SendAsync(sent, deadline.Token);
        Assert.Equal(sent, await board.Port.ReadExactlyAsync(sent.Length, deadline.Token));
        Assert.Equal(sent, await atBoard);
        await Task.WhenAll(down, up);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reads_what_was_sent_before_the_board_closed_and_then_says_that_it_is_gone(bool local)
    {
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local, deadline.Token);
        await board.SendAsync("m-ready\r\n"u8.ToArray(), deadline.Token);
        board.Close();
        Assert.Equal("m-ready\r\n"u8.ToArray(), await board.Port.ReadExactlyAsync(9, deadline.Token));
        var error = await Assert.ThrowsAsync<LinkLostException>(async () => await board.Port.ReadAsync(new byte[1], deadline.Token));
        Assert.Equal(board.Address, error.Where);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_write_to_a_closed_board_says_that_it_is_gone(bool local)
    {
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local, deadline.Token);
        board.Close();
        await Assert.ThrowsAsync<LinkLostException>(async () =>
        {
            // The first bytes may still go into the buffer of this side.
            while (true)
                await board.Port.WriteAsync(new byte[1024], deadline.Token);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_wakes_a_blocked_read_which_has_taken_nothing(bool local)
    {
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local, deadline.Token);
        using var cancel = new CancellationTokenSource();
        Task<int> read = board.Port.ReadAsync(new byte[4], cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(deadline.Token));
        await board.SendAsync([1, 2], deadline.Token);
        Assert.Equal([1, 2], await board.Port.ReadExactlyAsync(2, deadline.Token));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Discarding_input_leaves_what_comes_later(bool local)
    {
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local, deadline.Token);
        await board.SendAsync("boot text"u8.ToArray(), deadline.Token);
        await board.Port.ReadExactlyAsync(1, deadline.Token);
        board.Port.DiscardInput();
        await board.SendAsync("ready"u8.ToArray(), deadline.Token);
        Assert.Equal("ready"u8.ToArray(), await board.Port.ReadExactlyAsync(5, deadline.Token));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_not_found()
    {
        // A port that was just free and is bound but not listened to refuses every connection.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        string address = $"tcp://127.0.0.1:{((IPEndPoint)bound.LocalEndPoint!).Port}";
        var error = await Assert.ThrowsAsync<PortNotFoundException>(() => OpenAsync(address));
        Assert.Equal($"{address}: nobody listens there", error.Message);
    }

    [Fact]
    public async Task A_local_socket_that_is_not_there_is_not_found()
    {
        using var folder = new TemporaryFolder();
        foreach ((string path, string problem) in new[]
        {
            (folder["board.sock"], "there is no such socket"),
            (folder[new string('x', 200)], "the path is too long"),
            (folder.Write("file", "no socket"), "nobody listens there"),
        })
        {
            var error = await Assert.ThrowsAsync<PortNotFoundException>(() => OpenAsync($"unix://{path}"));
            Assert.Equal($"unix://{path}", error.Where);
            Assert.StartsWith(problem, error.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_of_no_name_is_not_found() =>
        await Assert.ThrowsAsync<PortNotFoundException>(() => OpenAsync("tcp://board.invalid:4000"));

    [Theory]
    [InlineData("host")]
    [InlineData("qemu:mps2-an386")]
    [InlineData("replay:log.txt")]
    public async Task An_address_without_a_link_is_a_wrong_call(string address) =>
        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(address));

    private static Task<ISerialPort> OpenAsync(string address) =>
        SerialPorts.OpenAsync(TargetAddress.Parse(address), CancellationToken.None).AsTask();
}
