using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Energy.Traces;

public class EembcTraceTests
{
    [Fact]
    public async Task Sums_microjoules_between_its_events()
    {
        TraceIntegral trace = await Integrate(EembcFile.Of(2, 1, 2, 4, 8, 16, 32), "\uFEFF[0.0, 0.5, 2.0]");
        WindowEnergy window = trace.Between(1, 2);
        Assert.Equal((2 + 4 + 8) * 1e-6, window.Joules, 1e-20);
        Assert.Equal(1.5, window.Seconds);
    }

    [Fact]
    public async Task Reads_a_trace_of_more_than_one_block()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 40_000)];
        Assert.Equal(0.04, (await Integrate(EembcFile.Of(1000, ones), "[]")).Whole.Joules, 1e-15);
    }

    [Theory]
    [InlineData(0, "trace, byte 0")]
    [InlineData(4, "trace, byte 0")]
    [InlineData(6, "trace, byte 5")]
    [InlineData(16, "trace, byte 13")]
    public async Task Names_the_byte_where_a_torn_file_ends(int length, string where)
    {
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => Integrate(EembcFile.Of(1000, 1, 2, 3)[..length], "[]"));
        Assert.Equal(where, error.Where);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(float.PositiveInfinity)]
    public async Task Refuses_a_rate_that_is_none(float rate) =>
        await Assert.ThrowsAsync<TraceException>(() => Integrate(EembcFile.Of(rate, 1), "[]"));

    [Theory]
    [InlineData("[0.1, 0.2, 0.15]", "times, $[2]")]
    [InlineData("[0.1, -0.2]", "times, $[1]")]
    [InlineData("[0.1, \"0.2\"]", "times, $[1]")]
    [InlineData("[0.1, 1e300]", "times, $[1]")]
    [InlineData("{\"times\": []}", "times, $")]
    [InlineData("[0.1,\n 0.2", "times, line 2")]
    public async Task Names_the_event_that_cannot_be(string json, string where)
    {
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => Integrate(EembcFile.Of(1000, 1), json));
        Assert.Equal(where, error.Where);
    }

    [SkippableFact]
    public async Task Sums_a_published_trace_up_to_its_published_energy()
    {
        string stem = Official.Published("logs/v1.2__STMicroelectronics__NUCLEO_L4R5ZI__kws__energy__trace1-energy.bin")[..^"-energy.bin".Length];
        EembcTrace trace = await EembcTrace.OpenAsync(TraceInput.OfFile(stem + "-energy.bin"), TraceInput.OfFile(stem + "-timestamps.json"));
        WindowEnergy window = (await TraceIntegrator.IntegrateAsync(trace)).Between(1, 2);

        // results.txt: window 2, 546509.700 uJ; two readers may differ by a sample at each edge.
        Assert.Equal(0.5465097, window.Joules, window.EdgeJoules);
        Assert.True(window.EdgeJoules < 0.0001);
    }

    private static async Task<TraceIntegral> Integrate(byte[] samples, string times) =>
        await TraceIntegrator.IntegrateAsync(await EembcTrace.OpenAsync(TraceInput.OfBytes("trace", samples), TraceInput.OfBytes("times", System.Text.Encoding.UTF8.GetBytes(times))));
}
