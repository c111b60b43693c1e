using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Replay;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>Whether a device has the extension, asked over a line that damages things.</summary>
public class ExtendedDeviceTests
{
    private const string Refusal = "e-[Unknown command: tb]\r\n";

    private static readonly Recording Recorded = new() { Source = "made up", Loads = [new RecordedLoad(null, [new RecordedInference(1, 0, null, "1")])] };

    [Fact]
    public async Task Official_firmware_is_asked_once()
    {
        int asked = 0;
        Assert.Null(await OpenAsync(line =>
        {
            asked += line == Refusal ? 1 : 0;
            return line;
        }));
        Assert.Equal(1, asked);
    }

    /// <summary>A flipped bit in the question is refused in other words; the second answer counts.</summary>
    [Fact]
    public async Task A_damaged_question_does_not_hide_the_extension()
    {
        int asked = 0;
        ExtendedDevice? device = await OpenAsync(line =>
            line != Refusal ? line : ++asked == 1 ? "e-[Unknown command: xb]\r\n" : CapabilityLines());
        Assert.Equal(("board of ours", 4096), (device!.Capabilities.Board, device.Capabilities.FrameBytes));
    }

    [Fact]
    public async Task Firmware_that_refuses_in_words_of_its_own_has_no_extension_when_it_says_so_twice()
    {
        int asked = 0;
        Assert.Null(await OpenAsync(line =>
        {
            asked += line == Refusal ? 1 : 0;
            return line == Refusal ? "Unrecognized command tb\r\n" : line;
        }));
        Assert.Equal(2, asked);
    }

    /// <summary>The first question is about capabilities, the second about the guard.</summary>
    [Theory]
    [InlineData("e-[tb guard: unknown command]\r\n", null)]
    [InlineData("m-tb-guard-[256,2]*0678863d\r\n", 2L)]
    public async Task Firmware_from_before_the_guard_does_not_tell_of_it(string answer, long? damaged)
    {
        int asked = 0;
        await using var connection = new DeviceConnection(
            new QuirkyPort(new ReplayPort(Recorded), line => line != Refusal ? line : ++asked == 1 ? CapabilityLines() : answer),
            new ProtocolTimeouts(),
            TimeProvider.System);
        ExtendedDevice device = (await ExtendedDevice.TryOpenAsync(connection, default))!;
        Assert.Equal(damaged, (await device.GuardAsync(default))?.Damaged);
    }

    private static async Task<ExtendedDevice?> OpenAsync(Func<string, string> change)
    {
        await using var connection = new DeviceConnection(new QuirkyPort(new ReplayPort(Recorded), change), new ProtocolTimeouts(), TimeProvider.System);
        return await ExtendedDevice.TryOpenAsync(connection, default);
    }

    private static string CapabilityLines()
    {
        string[] texts =
        [
            "protocol-[1]", "board-[board of ours]", $"firmware-[{new string('a', 64)}]", "compiler-[gcc]", "kernels-[portable]", "dialect-[double-rounding]",
            "timer-hz-[1000]", "data-bytes-[490]", "arena-bytes-[20000]", "plan-bytes-[0]", "frame-bytes-[4096]", "plan-[none]",
        ];
        return string.Concat(texts.Select(text => string.Create(
            CultureInfo.InvariantCulture, $"m-tb-{text}*{Crc32.Of(Encoding.ASCII.GetBytes($"m-tb-{text}")):x8}\r\n")));
    }
}
