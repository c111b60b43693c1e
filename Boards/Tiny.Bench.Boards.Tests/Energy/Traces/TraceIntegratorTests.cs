namespace Tiny.Bench.Boards.Energy.Traces;

public class TraceIntegratorTests
{
    private static readonly TraceHeader Joules = new() { Source = "trace", SampleRate = 1000, Quantity = TraceQuantity.EnergyPerSample };

    [Fact]
    public async Task A_window_holds_the_samples_from_its_first_event_up_to_its_last()
    {
        var trace = MemoryTrace.Of(Joules, new double[] { 1, 2, 4, 8, 16 }, new TraceEvent("a", 1), new TraceEvent("b", 3));
        WindowEnergy window = (await TraceIntegrator.IntegrateAsync(trace)).Between(0, 1);
        Assert.Equal(2 + 4, window.Joules);
        Assert.Equal(0.002, window.Seconds);
        Assert.Equal(4000, window.PeakWatts);

        // At the start sample 0 (1) or 1 (2), at the end sample 2 (4) or 3 (8): the larger of each.
        Assert.Equal(2 + 8, window.EdgeJoules);
    }

    [Fact]
    public async Task Blocks_may_be_cut_anywhere()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(index => (double)index)];
        TraceEvent[] events = [new("a", 10), new("b", 20), new("c", 20), new("d", 100)];
        for (int length = 1; length <= 100; length++)
        {
            int size = length;
            TraceBlock[] blocks = [.. values.Chunk(size).Select((chunk, index) => new TraceBlock
            {
                First = index * size,
                Values = chunk,
                Events = [.. events.Where(found => found.Sample > index * size && found.Sample <= (index * size) + chunk.Length)],
            })];
            TraceIntegral whole = await TraceIntegrator.IntegrateAsync(new MemoryTrace(Joules, blocks));

            // Sums of 0..9, 10..19, nothing, 20..99, nothing behind.
            Assert.Equal([45, 145, 0, 4760, 0], whole.Segments.Select(segment => segment.Joules));
            Assert.Equal(145 + 4760, whole.Between(0, 3).Joules);
        }
    }

    [Fact]
    public async Task A_current_takes_the_supply_to_become_energy()
    {
        TraceHeader header = Joules with { Quantity = TraceQuantity.Current, SupplyVolts = 3 };
        WindowEnergy whole = (await TraceIntegrator.IntegrateAsync(MemoryTrace.Of(header, new double[] { 0.01, 0.02 }))).Whole;
        Assert.Equal((0.01 + 0.02) * 3 / 1000, whole.Joules, 1e-18);
        Assert.Equal((0.01 + 0.02) / 1000, whole.Coulombs!.Value, 1e-18);
        Assert.Equal(0.015, whole.MeanAmperes!.Value, 1e-15);
        Assert.Equal(0.02, whole.PeakAmperes!.Value, 1e-15);
        Assert.Equal(0.06, whole.PeakWatts, 1e-15);
    }

    [Fact]
    public async Task A_voltage_beside_each_current_is_taken_sample_by_sample()
    {
        TraceHeader header = Joules with { Quantity = TraceQuantity.Current, HasVoltage = true };
        var block = new TraceBlock { First = 0, Values = new double[] { 0.01, 0.02 }, Volts = new double[] { 5, 3 } };
        WindowEnergy whole = (await TraceIntegrator.IntegrateAsync(new MemoryTrace(header, [block]))).Whole;
        Assert.Equal((0.05 + 0.06) / 1000, whole.Joules, 1e-18);
        Assert.Equal(0.03 / 1000, whole.Coulombs!.Value, 1e-18);
    }

    [Fact]
    public async Task Lost_samples_are_counted_and_never_closed()
    {
        TraceBlock[] blocks =
        [
            new() { First = 0, Values = new double[] { 1, 1 }, Events = [new("a", 1)] },
            new() { First = 5, Values = new double[] { 1, 1 }, Events = [new("b", 6)] },
        ];
        TraceIntegral whole = await TraceIntegrator.IntegrateAsync(new MemoryTrace(Joules, blocks));
        Assert.Equal([new TraceGap(2, 3)], whole.Gaps);
        WindowEnergy window = whole.Between(0, 1);
        Assert.Equal(3, window.MissingSamples);
        Assert.Equal(2, window.Joules);
        Assert.Equal(0.005, window.Seconds);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public async Task Names_the_sample_that_is_no_number(double bad)
    {
        var trace = MemoryTrace.Of(Joules, new double[] { 1, 2, bad, 3 }, new TraceEvent("a", 1));
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => TraceIntegrator.IntegrateAsync(trace));
        Assert.Contains("sample 2", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_time_that_goes_back()
    {
        TraceBlock[] blocks = [new() { First = 0, Values = new double[4] }, new() { First = 3, Values = new double[1] }];
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => TraceIntegrator.IntegrateAsync(new MemoryTrace(Joules, blocks)));
        Assert.Contains("sample 3 follows sample 4", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_events_out_of_order()
    {
        var trace = MemoryTrace.Of(Joules, new double[4], new TraceEvent("a", 3), new TraceEvent("b", 2));
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => TraceIntegrator.IntegrateAsync(trace));
        Assert.Contains("event 1 (b)", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_the_trace_does_not_reach_has_no_energy()
    {
        var trace = MemoryTrace.Of(Joules, new double[4], new TraceEvent("a", 1), new TraceEvent("b", 4), new TraceEvent("c", 5));
        TraceIntegral whole = await TraceIntegrator.IntegrateAsync(trace);
        Assert.Equal(3, whole.Between(0, 1).End - whole.Between(0, 1).First);
        Assert.Throws<TraceException>(() => whole.Between(0, 2));
    }

    [Fact]
    public void Currents_without_a_voltage_are_no_energy() =>
        Assert.Throws<TraceException>(() => new TraceIntegrator(Joules with { Quantity = TraceQuantity.Current }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void Refuses_a_rate_that_no_meter_has(double rate) =>
        Assert.Throws<TraceException>(() => new TraceIntegrator(Joules with { SampleRate = rate }));
}
