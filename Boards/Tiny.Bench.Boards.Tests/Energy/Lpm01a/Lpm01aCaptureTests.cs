using System.Text;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

public class Lpm01aCaptureTests
{
    private const string Head = "PowerShield > ack output energy\r\nPowerShield > ack freq 1k\r\nPowerShield > ack volt 1800m\r\n";

    [Fact]
    public async Task Reads_samples_events_and_time_stamps_of_a_session()
    {
        string text = Head + "PowerShield > ack start\r\n" + Samples(100) + "event 01 ris\r\n" + Samples(800) + "event 02 ris\r\n" + Samples(100) + "TimeStamp: 001s 000ms, buff 00%\r\nPowerShield > ack stop\r\n";
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(await Open(Encoding.ASCII.GetBytes(text)));

        // 6409-09 is 6.409 uJ.
        Assert.Equal(800 * 6.409e-6, sums.Between(0, 1).Joules, 1e-12);
        Assert.Equal(1.8, sums.Header.SupplyVolts!.Value, 1e-12);
    }

    [Fact]
    public async Task Reads_the_binary_format()
    {
        byte[] samples = [.. Enumerable.Repeat((byte[])[0x52, 0xA0], 1000).SelectMany(pair => pair)];
        byte[] text = Encoding.ASCII.GetBytes(Head + "ack format bin_hexa\r\nack start\r\n");
        byte[] stamp = [0xF0, 0xF3, 0x00, 0x00, 0x03, 0xE8, 0x00, 0xFF, 0xFF, 0xF0, 0xF4, 0xFF, 0xFF];
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(await Open([.. text, .. samples, .. stamp]));

        // 0x2A0 x 16^-5 = 640.87e-6 J.
        Assert.Equal(1000 * 672 / 1048576.0, sums.Whole.Joules, 1e-9);
    }

    [Fact]
    public async Task Lines_that_were_lost_are_a_gap()
    {
        string text = Head + "ack start\r\n" + Samples(1000) + "TimeStamp: 001s 000ms, buff 00%\r\n" + Samples(990) + "TimeStamp: 002s 000ms, buff 99%\r\n";
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(await Open(Encoding.ASCII.GetBytes(text + Samples(1000) + "TimeStamp: 003s 000ms, buff 00%\r\n")));
        Assert.Equal([new TraceGap(1000, 1000)], sums.Gaps);
    }

    [Theory]
    [InlineData("ack output energy\r\nack start\r\n6409-09\r\n")]
    [InlineData("ack freq 1k\r\nack start\r\n6409-09\r\n")]
    [InlineData("ack freq 1k\r\nack output energy\r\n6409-09\r\n")]
    [InlineData("ack freq 1k\r\nack output energy\r\nack start\r\n64x9-09\r\n")]
    [InlineData("ack freq 1k\r\nack output energy\r\nack start\r\n6409-0")]
    [InlineData("ack freq 0\r\nack output energy\r\nack start\r\n")]
    [InlineData("")]
    public async Task Refuses_what_is_no_whole_session(string text) =>
        await Assert.ThrowsAnyAsync<TinyBenchException>(() => Open(Encoding.ASCII.GetBytes(text)));

    private static string Samples(int count) => string.Concat(Enumerable.Repeat("6409-09\r\n", count));

    private static Task<IEnergyTrace> Open(byte[] bytes) => Lpm01aCapture.OpenAsync(TraceInput.OfBytes("capture", bytes));
}
