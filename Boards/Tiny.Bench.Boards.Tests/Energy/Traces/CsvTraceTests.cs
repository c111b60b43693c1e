using System.Globalization;
using System.Text;

namespace Tiny.Bench.Boards.Energy.Traces;

public class CsvTraceTests
{
    [Fact]
    public async Task Reads_what_the_power_profiler_exports()
    {
        CsvTrace trace = await Open("Timestamp(ms),Current(uA),D0-D7\n0,1000.000,00000000\n0.01,2000.000,10000000\n0.02,3000.000,10000000\n0.03,4000.000,00000000\n", 3);
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace);
        Assert.Equal(100_000, trace.Header.SampleRate);
        Assert.Equal("D0 rising, D0 falling", string.Join(", ", sums.Events.Select(found => found.Label)));
        Assert.Equal((2e-3 + 3e-3) * 3 / 100_000, sums.Between(0, 1).Joules, 1e-20);
    }

    [Theory]
    [InlineData("#time,current,voltage\r\n", ",")]
    [InlineData("Timestamp,Arc Main current (A),Arc Main voltage (V)\n", ",")]
    [InlineData("a remark\n\"time [s]\";\"current [A]\";\"voltage [V]\"\n", ";")]
    [InlineData("\uFEFFtime (s)\tcurrent (A)\tvoltage (V)\n", "\t")]
    public async Task Reads_what_others_export(string heading, string separator)
    {
        string rows = string.Concat(Enumerable.Range(0, 20_000).Select(index => string.Create(CultureInfo.InvariantCulture, $"{index * 0.0005:0.0000},0.5,4\n").Replace(",", separator, StringComparison.Ordinal)));
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(await Open(heading + rows));
        Assert.Equal(20, sums.Whole.Joules, 1e-9);
        Assert.Equal(5, sums.Whole.Coulombs!.Value, 1e-9);
    }

    [Fact]
    public async Task A_row_that_is_missing_is_a_gap()
    {
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(await Open("time (s),current (A)\n0,1\n0.1,1\n0.2,1\n0.5,1\n", 1));
        Assert.Equal([new TraceGap(3, 2)], sums.Gaps);
    }

    [Theory]
    [InlineData("time (s),current (A)\n0,1\n0.1,NaN\n0.2,1\n", "csv, line 3")]
    [InlineData("time (s),current (A)\n0,1\n0.1,1\n0.2,\n", "csv, line 4")]
    [InlineData("time (s),current (A)\n0,1\n0.1,1\n0.2,1,5\n0.3\n", "csv, line 5")]
    [InlineData("time (s),current (A)\n0,1\n0.1,1\n0.2,1\n0.15,1\n", "csv, line 5")]
    [InlineData("time (s),current (A)\n0,1\n0.1,1\n0.2,1\n0.25,1\n", "csv, line 5")]
    [InlineData("time (s),current (A)\n0,1\n0.1,1\n0.2,12", "csv, line 4")]
    [InlineData("time (s);current (A)\n0;1\n0,1;1\n", "csv, line 3")]
    [InlineData("time (s),current (A)\n0,1\n", "csv")]
    [InlineData("time (s),current (furlong)\n0,1\n0.1,1\n", "csv, line 3")]
    [InlineData("", "csv, line 0")]
    public async Task Names_the_line_of_a_fault(string text, string where)
    {
        TraceException error = await Assert.ThrowsAsync<TraceException>(async () => await TraceIntegrator.IntegrateAsync(await Open(text, 1)));
        Assert.Equal(where, error.Where);
    }

    [Fact]
    public async Task Refuses_a_line_without_end()
    {
        string text = "time (s),current (A)\n" + new string('0', 300_000);
        await Assert.ThrowsAsync<TraceException>(() => Open(text, 1));
    }

    private static Task<CsvTrace> Open(string text, double? volts = null) => CsvTrace.OpenAsync(TraceInput.OfBytes("csv", Encoding.UTF8.GetBytes(text)), volts);
}
