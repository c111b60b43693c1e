using System.Runtime.Versioning;
using Tiny.Bench.Boards.Energy.Emulation;
using Tiny.Bench.Boards.Energy.Lpm01a;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Probing;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Energy;

/// <summary>A made-up board on a pseudo-terminal with an emulated meter, in real time.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MeteredSystemTests : IDisposable
{
    private const string Infer = "m-warmup-start-1\r\nm-warmup-done\r\nm-infer-start-3\r\nm-infer-done\r\nm-results-[0.1,0.9]\r\nm-ready\r\n";

    private readonly Deadline _deadline = new();

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_pin_that_does_not_move_twice_makes_no_window(int pulses)
    {
        MeterException error = await Assert.ThrowsAsync<MeterException>(() => RunAsync(pulses, new MeterEmulation()));
        Assert.Equal(MeterFault.Events, error.Fault);
        Assert.Contains($"the pin moved {pulses} times in it; expected 2", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meter_that_is_pulled_out_ends_the_batch_of_a_board_that_does_not_answer()
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(MeterFaultKind.Unplug, TimeSpan.FromSeconds(0.5))] };
        await Assert.ThrowsAsync<LinkLostException>(() => RunAsync(pulses: 0, faulty, answers: false));
    }

    [Fact]
    public async Task A_window_in_which_the_meter_lost_samples_has_no_joules()
    {
        var faulty = new MeterEmulation { Faults = [new MeterFaultAt(MeterFaultKind.DropSample, TimeSpan.FromSeconds(0.2))] };
        Assert.Equal(MeterFault.Gap, (await Assert.ThrowsAsync<MeterException>(() => RunAsync(pulses: 2, faulty))).Fault);
    }

    [Fact]
    public async Task Two_pulses_make_a_window_of_the_meters_time()
    {
        (TimeSpan elapsed, IReadOnlyList<MeteredWindow> windows) = await RunAsync(pulses: 2, new MeterEmulation());
        MeteredWindow window = Assert.Single(windows);
        Assert.Equal(elapsed.TotalSeconds, window.Energy.Seconds);
        Assert.Equal(3, window.Inferences);
        Assert.Equal(0.008 * 1.8, window.Energy.MeanWatts, tolerance: 0.002);
        Assert.Equal(0.001 * 1.8, window.IdleWatts, tolerance: 1e-6);
    }

    private async Task<(TimeSpan Elapsed, IReadOnlyList<MeteredWindow> Windows)> RunAsync(int pulses, MeterEmulation emulation, bool answers = true)
    {
        var load = new PinFollowingLoad(TimeProvider.System, 0.001, 0.008);

        // The pulse of the boot, which begins no window.
        load.Pulse();
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair("meter", 1 << 16);
        await using var emulator = Lpm01aEmulator.Start(device, load, emulation);
        await using Lpm01aMonitor meter = await Lpm01aMonitor.OpenAsync(host, new Lpm01aOptions(), TimeProvider.System, _deadline.Token);
        await meter.SupplyAsync(1.8, _deadline.Token);
        await meter.StartAsync(_deadline.Token);

        await using var board = new FakeDevice(command => command.StartsWith("infer", StringComparison.Ordinal) ? Answer(load, pulses, answers) : "m-ready\r\n");
        await using var connection = new DeviceConnection(await SerialPorts.OpenAsync(Targets.TargetAddress.Parse($"serial:{board.Path}"), _deadline.Token), new ProtocolTimeouts(), TimeProvider.System);
        var commands = new OfficialDevice(connection);
        var options = new MeteringOptions { Settle = TimeSpan.FromMilliseconds(20), Idle = TimeSpan.FromMilliseconds(50), Account = TimeSpan.FromSeconds(4) };
        var system = new MeteredSystem(new LoadedBoard(), commands, meter, options, TimeProvider.System);
        await system.LoadAsync(default, _deadline.Token);
        TimeSpan elapsed = await system.InferAsync(3, 1, _deadline.Token);
        return (elapsed, system.Windows);
    }

    private static string? Answer(PinFollowingLoad load, int pulses, bool answers)
    {
        for (int pulse = 0; pulse < pulses; pulse++)
        {
            load.Pulse();
            Thread.Sleep(100);
        }

        return answers ? Infer : null;
    }

    /// <summary>A board whose input is always there.</summary>
    private sealed class LoadedBoard : ISystemUnderTest
    {
        public string Name => "board";

        public RunKind Kind => RunKind.Measured;

        public bool TakesRawSamples => true;

        public int InputByteCount => 0;

        public QuantizationParameters? InputQuantization => null;

        public QuantizationParameters? OutputQuantization => null;

        public ValueTask<InferenceResult> InferAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<TimeSpan> InferAsync(int count, int warmup, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
