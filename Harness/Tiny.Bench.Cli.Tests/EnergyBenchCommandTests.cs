namespace Tiny.Bench.Cli;

public sealed class EnergyBenchCommandTests
{
    [Fact]
    public async Task Sums_up_a_long_trace_in_little_memory_and_without_loss()
    {
        CommandLine run = await CommandLine.RunAsync("energy", "bench", "--hours", "0.02", "--json");
        Assert.Equal(0, run.ExitCode);

        // 72 s in whole patterns of 4096 samples.
        Assert.Equal(7_200_000 / 4096 * 4096, (long)run.Json["samples"]!);
        Assert.InRange(Math.Abs((double)run.Json["relativeError"]!), 0, 1e-15);
        Assert.InRange((long)run.Json["allocatedBytes"]!, 1, 4 << 20);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("NaN")]
    public async Task Refuses_a_length_that_is_none(string hours) =>
        Assert.Equal(2, (await CommandLine.RunAsync("energy", "bench", "--hours", hours)).ExitCode);
}
