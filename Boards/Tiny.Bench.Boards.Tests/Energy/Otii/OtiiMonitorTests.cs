using System.Text;
using Tiny.Bench.Boards.Energy.Emulation;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>Against an emulated program in real time: the driver asks when it wants to, and the clock must go on by itself.</summary>
public sealed class OtiiMonitorTests : IDisposable
{
    private const double Volts = 3.0;

    private static readonly WindowLoad OneWindow = new(0.001, 0.010, (0.2, 0.6));

    private readonly Deadline _deadline = new();

    public void Dispose() => _deadline.Dispose();

    [Fact]
    public async Task Counts_the_joules_between_the_edges_of_the_pin()
    {
        MeterRecording recording = await MeasureAsync(new MeterEmulation { Firmware = "3.5.0" });
        Assert.Equal(2, recording.EventCount);
        Assert.Equal(4000, recording.Header.SampleRate);
        Assert.Equal("Otii Arc 3.5.0 (EMULATED)", recording.Header.Meter);

        // 0.4 s of 10 mA at 3 V, to a sample of 0.25 ms at each edge.
        Assert.Equal(0.012, recording.Between("window", 0, 1).Joules, tolerance: 0.0005 * 0.010 * Volts);
    }

    [Fact]
    public async Task A_current_that_it_cuts_off_has_no_joules()
    {
        MeterRecording recording = await MeasureAsync(new MeterEmulation { Faults = [new MeterFaultAt(MeterFaultKind.Overcurrent, TimeSpan.FromSeconds(0.3))] });
        Assert.Equal(MeterFault.Overload, Assert.Throws<MeterException>(() => recording.Between("window", 0, 1)).Fault);
    }

    [Theory]
    [InlineData(MeterFaultKind.Unplug, typeof(LinkLostException))]
    [InlineData(MeterFaultKind.Silence, typeof(LinkTimeoutException))]
    public async Task A_program_that_goes_away_ends_the_measurement(MeterFaultKind kind, Type expected)
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(kind, TimeSpan.FromSeconds(0.3))] };
        Assert.IsType(expected, await Assert.ThrowsAnyAsync<Exception>(() => MeasureAsync(faulty)));
    }

    [Theory]
    [InlineData("hello\r\n", MeterFault.NotTheMeter)]
    [InlineData("{\"type\":\"response\"}\r\n", MeterFault.NotTheMeter)]
    [InlineData("{\"type\":\"information\"}\r\n{\"type\":\"error\",\"trans_id\":\"1\",\"errorcode\":\"Missing license\"}\r\n", MeterFault.Refused)]
    [InlineData("{\"type\":\"information\"}\r\n{\"type\":\"response\",\"trans_id\":\"1\",\"data\":{\"devices\":[]}}\r\n", MeterFault.NotTheMeter)]
    [InlineData("{\"type\":\"information\"}\r\n{\"type\":\"response\",\"trans_id\":\"1\"}\r\n", MeterFault.NotTheMeter)]
    public async Task Anything_but_an_Otii_program_is_told(string said, MeterFault fault)
    {
        (MemoryPort host, MemoryPort server) = MemoryPort.CreatePair("otii");
        await server.WriteAsync(Encoding.UTF8.GetBytes(said), _deadline.Token);
        MeterException error = await Assert.ThrowsAsync<MeterException>(() => OtiiMonitor.OpenAsync(host, new OtiiOptions(), TimeProvider.System, _deadline.Token).AsTask());
        Assert.Equal(fault, error.Fault);
    }

    private async Task<MeterRecording> MeasureAsync(MeterEmulation emulation)
    {
        (MemoryPort host, MemoryPort server) = MemoryPort.CreatePair("otii", 1 << 16);
        await using var emulator = OtiiEmulator.Start(server, OneWindow, emulation);
        var options = new OtiiOptions { Timeouts = new MeterTimeouts { Answer = TimeSpan.FromSeconds(2) } };
        await using OtiiMonitor meter = await OtiiMonitor.OpenAsync(host, options, TimeProvider.System, _deadline.Token);
        await meter.SupplyAsync(Volts, _deadline.Token);
        await meter.StartAsync(_deadline.Token);
        await meter.Recording.WaitAsync(now => now.Confirmed > 0.8 * now.Header.SampleRate, "samples", TimeSpan.FromSeconds(30), TimeProvider.System, _deadline.Token);
        await meter.StopAsync(_deadline.Token);
        return meter.Recording;
    }
}
