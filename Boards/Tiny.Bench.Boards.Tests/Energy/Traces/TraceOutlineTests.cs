namespace Tiny.Bench.Boards.Energy.Traces;

public class TraceOutlineTests
{
    private static readonly TraceHeader Header = new() { Source = "t", SampleRate = 10, Quantity = TraceQuantity.EnergyPerSample };

    [Fact]
    public async Task Keeps_the_peak_of_every_column()
    {
        double[] joules = [1, 2, 9, 2, 1, 0, 3, 3];
        TraceOutline outline = await TraceOutline.OfAsync(MemoryTrace.Of(Header, joules), 0, 0.8, 2);
        Assert.Equal([new TraceColumn(10, 90), new TraceColumn(0, 30)], outline.Columns);
    }

    [Fact]
    public async Task A_sample_fills_the_columns_of_its_period()
    {
        TraceOutline outline = await TraceOutline.OfAsync(MemoryTrace.Of(Header, new double[] { 1, 2 }), 0, 0.3, 6);
        Assert.Equal([10, 10, 20, 20], outline.Columns.Take(4).Select(column => column.Low));
        Assert.False(outline.Columns[4].HasSamples);
    }

    [Fact]
    public async Task Shows_a_stretch_and_leaves_gaps_empty()
    {
        TraceBlock[] blocks = [new() { First = 0, Values = new double[] { 1, 2, 3 } }, new() { First = 5, Values = new double[] { 6 } }];
        TraceOutline outline = await TraceOutline.OfAsync(new MemoryTrace(Header, blocks), 0.2, 0.6, 4);
        Assert.Equal([true, false, false, true], outline.Columns.Select(column => column.HasSamples));
        Assert.Equal(60, outline.Columns[3].High);
    }
}
