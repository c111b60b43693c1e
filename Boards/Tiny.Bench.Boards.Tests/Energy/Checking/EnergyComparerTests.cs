using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy.Checking;

public class EnergyComparerTests
{
    // A microjoule a millisecond: events at 0 (the mark), 1, 3, 4 and 6 s.
    private static readonly TraceEvent[] Events = [new("0", 0), new("1", 1000), new("2", 3000), new("3", 4000), new("4", 6000)];

    [Fact]
    public async Task Windows_within_a_sample_at_each_edge_agree()
    {
        EnergyComparison comparison = await Compare(Events, 200.1, new(2, 1.00, 2.00, 10, 2000), new(4, 4.00, 2.00, 10, 2002));
        Assert.True(comparison.Agrees);
        Assert.Equal([2000, 2000], comparison.Windows.Select(window => Math.Round(window.RecomputedMicrojoules!.Value, 6)));
        Assert.Equal(200, comparison.RecomputedMicrojoules!.Value, 1e-9);
        Assert.Equal(2.000501, comparison.Windows[0].AllowedMicrojoules, 1e-9);
    }

    [Fact]
    public async Task A_window_that_is_three_samples_off_does_not() =>
        Assert.False((await Compare(Events, 200, new(2, 1.00, 2.00, 10, 2003), new(4, 4.00, 2.00, 10, 2000))).Agrees);

    [Fact]
    public async Task A_median_that_is_not_of_its_windows_does_not() =>
        Assert.False((await Compare(Events, 201, new(2, 1.00, 2.00, 10, 2000), new(4, 4.00, 2.00, 10, 2000))).Agrees);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task The_printed_time_finds_the_window_whatever_marks_stand_before_it(int marks)
    {
        TraceEvent[] events = [.. Enumerable.Range(0, marks).Select(index => new TraceEvent("mark", index)), .. Events[1..]];
        Assert.True((await Compare(events, 200, new(2, 1.00, 2.00, 10, 2000), new(4, 4.00, 2.00, 10, 2000))).Agrees);
    }

    [Fact]
    public async Task A_window_at_a_time_without_events_has_no_figure()
    {
        EnergyComparison comparison = await Compare(Events, 200, new PublishedWindow(2, 1.50, 2.00, 10, 2000));
        Assert.False(comparison.Agrees);
        Assert.Null(comparison.RecomputedMicrojoules);
        Assert.Contains("no two events of the trace are 2 s apart from 1.5 s on", Assert.Single(comparison.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_with_a_gap_has_no_figure()
    {
        TraceBlock[] blocks =
        [
            new() { First = 0, Values = new double[2000], Events = Events },
            new() { First = 2001, Values = new double[3999] },
        ];
        TraceIntegral trace = await TraceIntegrator.IntegrateAsync(new MemoryTrace(Header, blocks));
        EnergyComparison comparison = EnergyComparer.Compare(trace, new PublishedEnergy("r", [new(2, null, null, 10, 0)], 0), _ => null);
        Assert.Null(comparison.RecomputedMicrojoules);
        Assert.Equal("window 2: 1 samples are missing in it", Assert.Single(comparison.Problems));
    }

    [Fact]
    public async Task A_window_behind_the_end_has_no_figure()
    {
        EnergyComparison comparison = await Compare([.. Events, new("5", 6500), new("6", 7000)], null, new(2, null, null, 10, 2000), new(4, null, null, 10, 2000), new(6, null, null, 10, 500));
        Assert.Equal("window 6: event 6 (6) is at sample 7000; the trace ends at sample 6000", Assert.Single(comparison.Problems));
        Assert.False(comparison.Agrees);
    }

    [Fact]
    public async Task Without_a_report_the_trace_is_summed_up_all_the_same()
    {
        TraceIntegral trace = await Trace(Events);
        EnergyComparison comparison = EnergyComparer.Compare(trace, null, _ => 4);
        Assert.False(comparison.HasPublished);
        Assert.Equal(500, comparison.RecomputedMicrojoules!.Value, 1e-9);
    }

    private static TraceHeader Header { get; } = new() { Source = "t", SampleRate = 1000, Quantity = TraceQuantity.EnergyPerSample };

    private static Task<TraceIntegral> Trace(TraceEvent[] events) =>
        TraceIntegrator.IntegrateAsync(MemoryTrace.Of(Header, Enumerable.Repeat(1e-6, 6000).ToArray(), events));

    private static async Task<EnergyComparison> Compare(TraceEvent[] events, double? median, params PublishedWindow[] windows) =>
        EnergyComparer.Compare(await Trace(events), new PublishedEnergy("report", windows, median), _ => null);
}
