using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links;

public class RecordingPortTests
{
    [Fact]
    public async Task Writes_what_passed_in_order_with_its_time()
    {
        using var deadline = new Deadline();
        using var folder = new TemporaryFolder();
        await using var board = await SocketBoard.StartAsync(local: true, deadline.Token);
        var time = new FakeTime();
        using var transcript = Transcript.Create(folder["run.txt"], "/dev/ttyACM0", time);
        var port = new RecordingPort(board.Port, transcript);

        time.Advance(TimeSpan.FromMilliseconds(1500));
        await port.WriteAsync("name%"u8.ToArray(), deadline.Token);
        await board.ReceiveAsync(5, deadline.Token);
        time.Advance(TimeSpan.FromMicroseconds(87));
        await board.SendAsync("m-name-dut-[x]\r\n"u8.ToArray(), deadline.Token);
        await port.ReadExactlyAsync(16, deadline.Token);
        port.DiscardInput();
        board.Close();
        await Assert.ThrowsAsync<LinkLostException>(async () => await port.ReadAsync(new byte[1], deadline.Token));
        await port.DisposeAsync();

        // Read while it is still open: nothing waits in a buffer.
        Assert.Equal(
            [
                "# tinybench transcript 1",
                "# /dev/ttyACM0, 2026-03-01T12:00:00.000000Z",
                "[1.500000] > name%",
                @"[1.500087] < m-name-dut-[x]\r\n",
                "# [1.500087] input discarded",
                "# [1.500087] read: the device is gone (end of file); expected it to stay connected",
                "# [1.500087] closed",
            ],
            Lines(folder["run.txt"]));
        transcript.Complete();
    }

    [Fact]
    public async Task A_line_ends_with_its_text_line_or_command_or_with_the_read_that_brought_it()
    {
        using var deadline = new Deadline();
        using var folder = new TemporaryFolder();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("board");
        using var transcript = Transcript.Create(folder["run.txt"], "board", new FakeTime());
        await using var port = new RecordingPort(host, transcript);
        await port.WriteAsync("db load 8%db 0a%nam"u8.ToArray(), deadline.Token);
        await device.WriteAsync("m-[Expecting 8 bytes]\r\nm-ready\r\nm-r%"u8.ToArray(), deadline.Token);
        await port.ReadAsync(new byte[100], deadline.Token);
        Assert.Equal(
            [
                "[0.000000] > db load 8%", "[0.000000] > db 0a%", "[0.000000] > nam",
                @"[0.000000] < m-[Expecting 8 bytes]\r\n", @"[0.000000] < m-ready\r\n", "[0.000000] < m-r%",
            ],
            Lines(folder["run.txt"])[2..]);
    }

    [Fact]
    public async Task A_write_that_is_cut_short_is_noted()
    {
        using var deadline = new Deadline();
        using var folder = new TemporaryFolder();
        await using var board = await SocketBoard.StartAsync(local: true, deadline.Token);
        using var transcript = Transcript.Create(folder["run.txt"], "board", new FakeTime());
        var port = new RecordingPort(board.Port, transcript);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await port.WriteAsync("name%"u8.ToArray(), cancelled.Token));
        Assert.Equal(["[0.000000] > name%", "# [0.000000] write cut short: cancelled"], Lines(folder["run.txt"])[2..]);
    }

    [SkippableFact]
    public async Task A_full_disk_costs_no_byte_of_the_run_and_is_told_once_at_the_end()
    {
        Skip.IfNot(File.Exists("/dev/full"), "Needs a device that is always full.");
        using var deadline = new Deadline();
        await using var board = await SocketBoard.StartAsync(local: true, deadline.Token);
        using var transcript = Transcript.Create("/dev/full", "board", new FakeTime());
        Assert.True(transcript.HasFailed);
        var port = new RecordingPort(board.Port, transcript);
        await port.WriteAsync("name%"u8.ToArray(), deadline.Token);
        Assert.Equal("name%"u8.ToArray(), await board.ReceiveAsync(5, deadline.Token));
        await board.SendAsync("m-ready"u8.ToArray(), deadline.Token);
        Assert.Equal("m-ready"u8.ToArray(), await port.ReadExactlyAsync(7, deadline.Token));
        var error = Assert.Throws<TranscriptException>(transcript.Complete);
        Assert.Equal("/dev/full, line 1", error.Where);
        Assert.Contains("No space left on device", error.Problem, StringComparison.Ordinal);
        Assert.Contains("lines of the transcript are missing", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transcript_that_cannot_be_made_says_where()
    {
        using var folder = new TemporaryFolder();
        string path = folder["no/such/folder.txt"];
        Assert.Equal(path, Assert.Throws<TranscriptException>(() => Transcript.Create(path, "board", TimeProvider.System)).Where);
    }

    private static string[] Lines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
