namespace Tiny.Bench.Boards.Links;

public class MemoryPortTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Carries_every_byte_in_order_whatever_its_capacity(int capacity)
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link", capacity);
        byte[] sent = PortBytes.Every(10_000);
        Task write = host.WriteAsync(sent, deadline.Token).AsTask();
        Assert.Equal(sent, await device.ReadExactlyAsync(sent.Length, deadline.Token));
        await write;
    }

    [Fact]
    public async Task A_full_link_holds_its_writer_up_until_a_read_makes_room()
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link", capacity: 4);
        await host.WriteAsync(new byte[] { 1, 2, 3, 4 }, deadline.Token);
        Task write = host.WriteAsync(new byte[] { 5 }, deadline.Token).AsTask();
        Assert.False(write.IsCompleted);
        Assert.Equal([1], await device.ReadExactlyAsync(1, deadline.Token));
        await write;
        Assert.Equal([2, 3, 4, 5], await device.ReadExactlyAsync(4, deadline.Token));
    }

    [Fact]
    public async Task Cancelling_ends_a_read_which_has_taken_nothing()
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link");
        using var cancel = new CancellationTokenSource();
        Task<int> read = device.ReadAsync(new byte[4], cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await host.WriteAsync(new byte[] { 9 }, deadline.Token);
        Assert.Equal([9], await device.ReadExactlyAsync(1, deadline.Token));
    }

    [Fact]
    public async Task Closing_one_end_is_the_loss_of_the_link_at_the_other_after_what_was_sent()
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link");
        await device.WriteAsync(new byte[] { 1, 2 }, deadline.Token);
        await device.DisposeAsync();
        Assert.Equal([1, 2], await host.ReadExactlyAsync(2, deadline.Token));
        Assert.Equal("link", (await Assert.ThrowsAsync<LinkLostException>(async () => await host.ReadAsync(new byte[1], deadline.Token))).Where);
        await Assert.ThrowsAsync<LinkLostException>(async () => await host.WriteAsync(new byte[1], deadline.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await device.ReadAsync(new byte[1], deadline.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await device.WriteAsync(new byte[1], deadline.Token));
    }

    [Fact]
    public async Task Closing_ends_a_blocked_write_of_either_end()
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link", capacity: 1);
        Task write = host.WriteAsync(new byte[2], deadline.Token).AsTask();
        Assert.False(write.IsCompleted);
        await device.DisposeAsync();
        await Assert.ThrowsAsync<LinkLostException>(() => write);
    }

    [Fact]
    public async Task Discarding_input_makes_room_and_leaves_what_comes_later()
    {
        using var deadline = new Deadline();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("link", capacity: 2);
        Task write = host.WriteAsync(new byte[] { 1, 2, 3 }, deadline.Token).AsTask();
        device.DiscardInput();
        await write;
        Assert.Equal([3], await device.ReadExactlyAsync(1, deadline.Token));
    }
}
