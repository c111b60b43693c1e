using Tiny.Bench.Boards.Energy.Emulation;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

public sealed class Lpm01aMonitorTests : IDisposable
{
    private const double Volts = 1.8;

    private readonly Deadline _deadline = new();

    private static readonly WindowLoad TwoWindows = new(0.001, 0.010, (0.5, 2.0), (2.5, 3.25));

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData(1000)]
    [InlineData(5000)]
    public async Task Counts_the_joules_between_the_edges_of_the_pin(int rate)
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation());
        await using Lpm01aMonitor meter = await Lpm01aMonitor.OpenAsync(bench.Port, new Lpm01aOptions { SampleRate = rate }, bench.Time, _deadline.Token);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        // 1.5 s and 0.75 s of 10 mA at 1.8 V.
        Assert.Equal(0.0270, recording.Between("window 1", 0, 1).Joules, tolerance: 0.0270 * 0.001);
        Assert.Equal(0.0135, recording.Between("window 2", 2, 3).Joules, tolerance: 0.0135 * 0.002);
        Assert.Equal(0.00072, recording.Of("0.4 s of 1 mA", rate / 10, rate / 2).Joules, tolerance: 0.00072 * 0.001);
    }

    [Fact]
    public async Task Counts_the_joules_of_the_binary_format()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation());
        await using Lpm01aMonitor meter = await Lpm01aMonitor.OpenAsync(
            bench.Port, new Lpm01aOptions { SampleRate = 10_000, Format = Lpm01aFormat.Binary }, bench.Time, _deadline.Token);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 0);

        Assert.Equal(0.0270, recording.Of("window 1", 5000, 20000).Joules, tolerance: 0.0270 * 0.001);
    }

    [Fact]
    public async Task Takes_over_a_meter_that_an_earlier_run_left_sampling()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation { StartsStale = true });
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        Assert.Equal(4, recording.EventCount);
        Assert.Equal(0.0270, recording.Between("window 1", 0, 1).Joules, tolerance: 0.0270 * 0.001);
    }

    [Fact]
    public async Task An_answer_that_comes_late_is_taken_for_no_other()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation { FirstAnswerAfter = TimeSpan.FromSeconds(7) });
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        Assert.Equal(0.0270, recording.Between("window 1", 0, 1).Joules, tolerance: 0.0270 * 0.001);
    }

    [Fact]
    public async Task Says_who_it_is()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation { Firmware = "1.0.7" });
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        Assert.Equal(new MonitorIdentity("LPM01A", "EMULATED", "1.0.7"), meter.Identity);
        Assert.True(meter.Identity.IsEmulated);
    }

    [Fact]
    public async Task Firmware_that_is_too_old_is_told_before_anything_is_set()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation { Firmware = "1.0.5" });
        MeterException error = await Assert.ThrowsAsync<MeterException>(() => OpenAsync(bench));
        Assert.Equal(MeterFault.OldFirmware, error.Fault);
        Assert.Contains("has firmware 1.0.5; expected at least 1.0.6", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.79)]
    [InlineData(3.31)]
    [InlineData(double.NaN)]
    public async Task A_voltage_that_it_cannot_give_is_refused(double volts)
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, new MeterEmulation());
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        MeterException error = await Assert.ThrowsAsync<MeterException>(() => meter.SupplyAsync(volts, _deadline.Token).AsTask());
        Assert.Equal(MeterFault.NotSupported, error.Fault);
    }

    [Theory]
    [InlineData(MeterFaultKind.DropSample, 1)]
    [InlineData(MeterFaultKind.Overrun, 1)]
    [InlineData(MeterFaultKind.Overrun, 2500)]
    [InlineData(MeterFaultKind.Garbage, 3)]
    public async Task A_window_that_lost_a_sample_has_no_joules(MeterFaultKind kind, int count)
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(kind, TimeSpan.FromSeconds(1.5), count)] };
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, new WindowLoad(0.001, 0.010, (0.5, 2.0), (5.5, 6.5)), faulty);
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4, seconds: 8);

        MeterException error = Assert.Throws<MeterException>(() => recording.Between("window 1", 0, 1));
        Assert.Equal(MeterFault.Gap, error.Fault);

        // 1 s of 10 mA at 1.8 V, long after the fault.
        Assert.Equal(0.0180, recording.Between("window 2", 2, 3).Joules, tolerance: 0.0180 * 0.0025);
    }

    [Fact]
    public async Task A_current_at_the_end_of_the_range_has_no_joules()
    {
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, new WindowLoad(0.001, 0.0505, (0.5, 2.0)), new MeterEmulation());
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 2);
        Assert.Equal(MeterFault.Overload, Assert.Throws<MeterException>(() => recording.Between("window 1", 0, 1)).Fault);
    }

    [Theory]
    [InlineData(MeterFaultKind.Overcurrent, typeof(MeterException), "says \"error overcurrent\"; expected at most 50 mA")]
    [InlineData(MeterFaultKind.Unplug, typeof(LinkLostException), "the device is gone")]
    [InlineData(MeterFaultKind.Silence, typeof(LinkTimeoutException), "the next sample; it did not come")]
    public async Task A_meter_that_fails_ends_the_measurement(MeterFaultKind kind, Type expected, string text)
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(kind, TimeSpan.FromSeconds(3))] };
        await using var bench = new EmulatedBench(Lpm01aEmulator.Start, TwoWindows, faulty);
        await using Lpm01aMonitor meter = await OpenAsync(bench);
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => MeasureAsync(meter, bench, events: 4));
        Assert.IsType(expected, error);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);

        // Also what was whole before: nobody knows when it went wrong.
        Assert.IsType(expected, Assert.ThrowsAny<Exception>(() => meter.Recording.Between("window 1", 0, 1)));
    }

    private Task<Lpm01aMonitor> OpenAsync(EmulatedBench bench) =>
        Lpm01aMonitor.OpenAsync(bench.Port, new Lpm01aOptions(), bench.Time, _deadline.Token).AsTask();

    private Task<MeterRecording> MeasureAsync(Lpm01aMonitor meter, EmulatedBench bench, int events, double seconds = 4) =>
        bench.MeasureAsync(meter, Volts, events, seconds, _deadline.Token);
}
