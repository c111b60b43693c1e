namespace Tiny.Bench.Results.Analysis;

public class PrintBiasTests
{
    [Theory]
    [InlineData(1234567, 115200, 180 / 115200.0)]
    [InlineData(0, 115200, 120 / 115200.0)]
    [InlineData(1621210032693070, 921600, 270 / 921600.0)]
    public void Is_the_line_of_the_first_lap_on_the_wire(ulong lap, int baud, double seconds) =>
        Assert.Equal(seconds, PrintBias.OfLap(lap, baud).Seconds, 1e-15);

    [Fact]
    public void Is_about_one_and_a_half_milliseconds_at_the_usual_speed() =>
        Assert.InRange(PrintBias.OfLap(1_234_567, 115200).Seconds, 0.0015, 0.0016);

    [Fact]
    public void Weighs_more_in_a_short_window()
    {
        Assert.Equal(0.00015, new PrintBias(0.0015).ShareOf(10), 1e-12);
        Assert.Equal(0.015, new PrintBias(0.0015).ShareOf(0.1), 1e-12);
    }

    [Fact]
    public void Is_where_the_line_over_the_inferences_begins()
    {
        // 2 ms and 7 ms an inference; two windows of ten lie as far above the line as below.
        Assert.Equal(0.002, PrintBias.Estimate([(1, 0.009), (10, 0.073), (10, 0.071), (100, 0.702)])!.Value.Seconds, 1e-12);
    }

    [Fact]
    public void Does_not_show_in_windows_of_one_length() => Assert.Null(PrintBias.Estimate([(10, 1), (10, 2)]));

    [SkippableFact]
    public void Shows_between_the_accuracy_and_the_performance_windows_of_the_reference()
    {
        var accuracy = PublishedAccuracyLog.Read("logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", "kws01");
        long[] laps = TimerResolutionTests.Laps("logs/v0.5__reference__Nucleo-L4R5ZI__kws__performance__log.txt");
        IEnumerable<(int, double)> single = accuracy.Seconds.Select(seconds => (1, seconds));
        IEnumerable<(int, double)> hundred = Enumerable.Range(0, 5).Select(index => (100, (laps[(2 * index) + 2] - laps[(2 * index) + 1]) / 1e6));
        Assert.Equal(1000, accuracy.Seconds.Count);
        Assert.InRange(PrintBias.Estimate([.. single, .. hundred])!.Value.Seconds, 0.0005, 0.002);
    }

    [Fact]
    public void Refuses_what_is_no_speed_and_no_window()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintBias.OfLap(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintBias(0.001).ShareOf(0));
    }
}
