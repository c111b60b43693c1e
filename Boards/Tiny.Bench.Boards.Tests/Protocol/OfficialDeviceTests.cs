using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Replay;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>The official exchange with a device made of a recording, and with its habits changed.</summary>
public class OfficialDeviceTests
{
    private static readonly byte[] Input = [.. Enumerable.Range(0, 490).Select(index => (byte)(index * 7))];

    private static readonly Recording Recorded = new()
    {
        Source = "made up",
        Vendor = "somebody",
        ModelId = "kws01",
        Loads = [new RecordedLoad(Input, [new RecordedInference(1, 0, TimeSpan.FromMicroseconds(181), "0.023,0.977,"), new RecordedInference(10, 1, TimeSpan.FromSeconds(11), "0.5,0.5")])],
    };

    [Fact]
    public async Task Identifies_loads_infers_and_reads_back()
    {
        await using var connection = Connect(new ReplayPort(Recorded));
        var device = new OfficialDevice(connection);
        Assert.Equal(new DeviceIdentity("somebody", "kws01"), await device.IdentifyAsync(default));
        await device.LoadAsync(Input, default);
        Assert.True(device.LoadWasConfirmed);
        await device.RequireLoadedAsync(Input, default);
        await Assert.ThrowsAsync<ProtocolException>(async () => await device.RequireLoadedAsync(Input.AsMemory(1), default));

        InferReply one = await device.InferAsync(1, 0, default);
        Assert.Equal([0.023, 0.977], one.Results);
        Assert.Equal(TimeSpan.FromMicroseconds(181), one.Elapsed);
        Assert.Equal([0.023, 0.977], await device.ResultsAsync(default));
        Assert.Equal(TimeSpan.FromSeconds(11), (await device.InferAsync(10, 1, default)).Elapsed);
    }

    [Fact]
    public async Task What_was_not_recorded_is_an_error_that_says_so()
    {
        await using var connection = Connect(new ReplayPort(Recorded));
        var device = new OfficialDevice(connection);
        await device.LoadAsync(Input, default);
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(async () => await device.InferAsync(7, 0, default));
        Assert.Equal("replay:made up, infer 7 0", error.Where);
        Assert.Contains("tells of no infer 7 0", error.Problem, StringComparison.Ordinal);
    }

    public static TheoryData<string> Habits => ["echo", "LF only", "NUL", "ANSI", "chatter", "boot text", "glued ready", "echo and chatter"];

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task Understands_a_device_with_habits(string habit)
    {
        await using var connection = Connect(Quirk(new ReplayPort(Recorded), habit));
        var device = new OfficialDevice(connection);
        Assert.Equal(new DeviceIdentity("somebody", "kws01"), await device.IdentifyAsync(default));
        await device.LoadAsync(Input, default);
        InferReply reply = await device.InferAsync(1, 0, default);
        Assert.Equal([0.023, 0.977], reply.Results);
        Assert.Equal(TimeSpan.FromMicroseconds(181), reply.Elapsed);
    }

    [Fact]
    public async Task A_second_ready_does_not_shift_the_replies()
    {
        bool doubled = false;
        await using var connection = Connect(new QuirkyPort(new ReplayPort(Recorded), line =>
        {
            if (doubled || !line.StartsWith("m-ready", StringComparison.Ordinal))
                return line;
            doubled = true;
            return line + line;
        }));
        Assert.Equal(new DeviceIdentity("somebody", "kws01"), await new OfficialDevice(connection).IdentifyAsync(default));
    }

    [Fact]
    public async Task A_ready_that_is_always_doubled_ends_each_reply_once()
    {
        await using var connection = Connect(new QuirkyPort(
            new ReplayPort(Recorded), line => line.StartsWith("m-ready", StringComparison.Ordinal) ? line + line : line));
        var device = new OfficialDevice(connection);
        Assert.Equal(new DeviceIdentity("somebody", "kws01"), await device.IdentifyAsync(default));
        await device.LoadAsync(Input, default);
        Assert.Equal([0.023, 0.977], (await device.InferAsync(1, 0, default)).Results);
    }

    [Theory]
    [InlineData(79, 0)]
    [InlineData(78, 1)]
    [InlineData(65, 1)]
    [InlineData(64, 2)]
    [InlineData(54, 3)]
    public async Task Commands_become_shorter_until_the_devices_buffer_holds_them(int characters, int refusals)
    {
        await using var connection = Connect(new ShortBufferPort(new ReplayPort(Recorded), characters));
        var device = new OfficialDevice(connection);
        for (int refused = 0; refused < refusals; refused++)
            await Assert.ThrowsAsync<ProtocolException>(async () => await LoadAsync());
        await LoadAsync();

        async Task LoadAsync()
        {
            await device.LoadAsync(Input, default);
            await device.RequireLoadedAsync(Input, default);
        }
    }

    [Fact]
    public async Task A_device_that_says_nothing_is_a_timeout_that_says_what_was_awaited()
    {
        await using var connection = Connect(new QuirkyPort(new ReplayPort(Recorded), _ => ""));
        LinkTimeoutException error = await Assert.ThrowsAsync<LinkTimeoutException>(async () => await new OfficialDevice(connection).IdentifyAsync(default));
        Assert.Equal("m-ready after name", error.WaitedFor);
    }

    [Fact]
    public async Task A_device_of_another_protocol_is_told_from_a_silent_one()
    {
        await using var connection = Connect(new QuirkyPort(new ReplayPort(Recorded), line => line.Replace("m-name-dut-", "hello ", StringComparison.Ordinal)));
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(async () => await new OfficialDevice(connection).IdentifyAsync(default));
        Assert.Contains("expected one m-name-dut-[...]", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        await using var connection = Connect(new QuirkyPort(new ReplayPort(Recorded), line => line.StartsWith("m-ready", StringComparison.Ordinal) ? new string('x', 100_000) : line));
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(async () => await connection.ExchangeAsync("profile", default));
        Assert.Contains("without a line end", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Energy_firmware_gives_no_time()
    {
        await using var connection = Connect(new QuirkyPort(new ReplayPort(Recorded), line => line.StartsWith("m-lap", StringComparison.Ordinal) ? "" : line));
        var device = new OfficialDevice(connection);
        await device.LoadAsync(Input, default);
        Assert.Null((await device.InferAsync(1, 0, default)).Elapsed);
    }

    private static DeviceConnection Connect(ISerialPort port) => new(
        port,
        new ProtocolTimeouts { Line = TimeSpan.FromMilliseconds(500), Silence = TimeSpan.FromMilliseconds(50) },
        TimeProvider.System);

    private static QuirkyPort Quirk(ReplayPort port, string habit) => habit switch
    {
        "echo" => new QuirkyPort(port, line => line) { Echoes = true },
        "LF only" => new QuirkyPort(port, line => line.Replace("\r", "", StringComparison.Ordinal)),
        "NUL" => new QuirkyPort(port, line => "\0" + line),
        "ANSI" => new QuirkyPort(port, line => $"\u001b[1;32m{line.TrimEnd()}\u001b[0m\r\n"),
        "chatter" => new QuirkyPort(port, line => $"free heap 1234 [ok]\r\n{line}"),
        "echo and chatter" => new QuirkyPort(port, line => $"{line}free heap 1234 [ok]\r\n".Replace("m-ready\r\nfree heap 1234 [ok]\r\n", "m-ready\r\n", StringComparison.Ordinal)) { Echoes = true },
        "boot text" => new QuirkyPort(port, line => line) { BootText = "m-timestamp-mode-performance\r\nm-lap-us-1\r\nm-init-done\r\nm-ready\r\n" },
        "glued ready" => new QuirkyPort(port, line => line.StartsWith("m-results", StringComparison.Ordinal) ? line.TrimEnd() : line),
        _ => throw new ArgumentOutOfRangeException(nameof(habit), habit, "not known"),
    };
}
