using Tiny.Bench.Boards.Energy.Emulation;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy.Ppk2;

public sealed class Ppk2MonitorTests : IDisposable
{
    private const double Volts = 3.0;

    private readonly Deadline _deadline = new();

    private static readonly WindowLoad TwoWindows = new(0.0002, 0.008, (0.05, 0.15), (0.2, 0.25));

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData(Ppk2Mode.Source)]
    [InlineData(Ppk2Mode.Ampere)]
    public async Task Counts_the_joules_between_the_edges_of_the_pin(Ppk2Mode mode)
    {
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, new MeterEmulation());
        await using Ppk2Monitor meter = await OpenAsync(bench, new Ppk2Options { Mode = mode, Input = 7 });
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        // 0.1 s and 0.05 s of 8 mA at 3 V; the steps of the converter are 40 uA there, and its noise averages them out.
        Assert.Equal(0.0024, recording.Between("window 1", 0, 1).Joules, tolerance: 0.0024 * 0.001);
        Assert.Equal(0.0012, recording.Between("window 2", 2, 3).Joules, tolerance: 0.0012 * 0.001);
        Assert.Equal(0.03 * 0.0002 * Volts, recording.Of("idle", 1000, 4000).Joules, tolerance: 1e-7);
        Assert.Empty(recording.Gaps);
    }

    [Fact]
    public async Task Takes_over_a_meter_that_an_earlier_run_left_sampling()
    {
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, new MeterEmulation { StartsStale = true });
        await using Ppk2Monitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        Assert.Equal(4, recording.EventCount);
        Assert.Equal(0.0024, recording.Between("window 1", 0, 1).Joules, tolerance: 0.0024 * 0.001);
    }

    /// <summary>A busy machine hears of two pulses at once.</summary>
    [Fact]
    public async Task Pulses_at_one_moment_are_two_events()
    {
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, new WindowLoad(0.0002, 0.008, (0.05, 0.05), (0.2, 0.25)), new MeterEmulation());
        await using Ppk2Monitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        Assert.Equal(4, recording.EventCount);
        Assert.Equal(0.0012, recording.Between("window 2", 2, 3).Joules, tolerance: 0.0012 * 0.001);
    }

    [Fact]
    public async Task Says_who_it_is()
    {
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, new MeterEmulation());
        await using Ppk2Monitor meter = await OpenAsync(bench);
        Assert.Equal(new MonitorIdentity("PPK2", "EMULATED", "9173"), meter.Identity);
    }

    [Theory]
    [InlineData(MeterFaultKind.DropSample, 1)]
    [InlineData(MeterFaultKind.Overrun, 63)]
    [InlineData(MeterFaultKind.Overrun, 65)]
    [InlineData(MeterFaultKind.Garbage, 1)]
    [InlineData(MeterFaultKind.Garbage, 6)]
    public async Task A_window_that_lost_a_sample_has_no_joules(MeterFaultKind kind, int count)
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(kind, TimeSpan.FromSeconds(0.1), count)] };
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, faulty);
        await using Ppk2Monitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);

        MeterException error = Assert.Throws<MeterException>(() => recording.Between("window 1", 0, 1));
        Assert.Equal(MeterFault.Gap, error.Fault);
        Assert.Equal(0.0012, recording.Between("window 2", 2, 3).Joules, tolerance: 0.0012 * 0.001);
    }

    [Fact]
    public async Task A_loss_that_the_counter_cannot_show_is_found_by_the_clock()
    {
        // 100 times around, 64 ms.
        var faulty = new MeterEmulation { Step = TimeSpan.FromMilliseconds(2), Faults = [new MeterFaultAt(MeterFaultKind.Overrun, TimeSpan.FromSeconds(1.5), 64 * 100)] };
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, new WindowLoad(0.0002, 0.008, (0.2, 0.5), (1.2, 1.8), (4, 4.5)), faulty, capacity: 800);
        await using Ppk2Monitor meter = await OpenAsync(bench);
        MeterRecording recording = await bench.MeasureAsync(meter, Volts, 6, 5, _deadline.Token);

        Assert.Equal(MeterFault.Gap, Assert.Throws<MeterException>(() => recording.Between("window 2", 2, 3)).Fault);
        Assert.Equal(0.5 * 0.008 * Volts, recording.Between("window 3", 4, 5).Joules, tolerance: 0.012 * 0.001);
    }

    [Fact]
    public async Task A_current_at_the_end_of_the_range_has_no_joules()
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(MeterFaultKind.Overcurrent, TimeSpan.FromSeconds(0.1))] };
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, faulty);
        await using Ppk2Monitor meter = await OpenAsync(bench);
        MeterRecording recording = await MeasureAsync(meter, bench, events: 4);
        Assert.Equal(MeterFault.Overload, Assert.Throws<MeterException>(() => recording.Between("window 1", 0, 1)).Fault);
    }

    [Theory]
    [InlineData(MeterFaultKind.Unplug, typeof(LinkLostException))]
    [InlineData(MeterFaultKind.Silence, typeof(LinkTimeoutException))]
    public async Task A_meter_that_fails_ends_the_measurement(MeterFaultKind kind, Type expected)
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(kind, TimeSpan.FromSeconds(0.22))] };
        await using var bench = new EmulatedBench(Ppk2Emulator.Start, TwoWindows, faulty);
        await using Ppk2Monitor meter = await OpenAsync(bench);
        Assert.IsType(expected, await Assert.ThrowsAnyAsync<Exception>(() => MeasureAsync(meter, bench, events: 4)));
        Assert.IsType(expected, Assert.ThrowsAny<Exception>(() => meter.Recording.Between("window 1", 0, 1)));
    }

    private async Task<Ppk2Monitor> OpenAsync(EmulatedBench bench, Ppk2Options? options = null) =>
        await Ppk2Monitor.OpenAsync(bench.Port, options ?? new Ppk2Options(), bench.Time, _deadline.Token);

    private Task<MeterRecording> MeasureAsync(Ppk2Monitor meter, EmulatedBench bench, int events) => bench.MeasureAsync(meter, Volts, events, 0.3, _deadline.Token);
}
