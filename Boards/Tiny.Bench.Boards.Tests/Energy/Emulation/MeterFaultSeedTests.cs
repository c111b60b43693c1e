using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>The acceptance of the meters: over seeded faults, the right joules or a named error. TINYBENCH_METER_FAULTS says how many; 1000 take minutes.</summary>
public sealed class MeterFaultSeedTests : IDisposable
{
    private const int InTests = 25;

    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(60));

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData(MeterKind.Lpm01a)]
    [InlineData(MeterKind.Ppk2)]
    public async Task The_joules_are_right_or_there_are_none(MeterKind kind)
    {
        int seeds = int.TryParse(Environment.GetEnvironmentVariable("TINYBENCH_METER_FAULTS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : InTests;
        int measured = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            var run = new SeededMeterRun(kind, seed);
            (IReadOnlyList<(double Off, double Allowed)> windows, string? error) = await run.MeasureAsync(_deadline.Token);
            Assert.All(windows, window => Assert.True(window.Off <= window.Allowed, $"{run.Story}: {window.Off} J off, {window.Allowed} J allowed"));
            Assert.True(!run.Dies || (error is not null && windows.Count == 0), $"{run.Story}: a number from a dead meter");
            measured += error is null ? 1 : 0;
        }

        // A meter that never gave a number would pass all the above.
        Assert.InRange(measured, seeds / 10, seeds);
    }
}
