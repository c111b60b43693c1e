using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Performance runs as both runners have told them over six rounds.</summary>
public sealed class PerformanceImportTests
{
    private const string MedianOnly = """
        0809.001732 ulp-mlperf: ---------------------------------------------------------
        0809.001732 ulp-mlperf: Median throughput is   7780.600 inf./sec.
        0809.001732 ulp-mlperf: ---------------------------------------------------------
        """;

    // v1.0 qualcomm: one run of one input. 100000 inferences in the rounded 10.785 s would be 9272.137 a second.
    [Fact]
    public void A_run_of_one_window_has_that_windows_throughput_and_breaks_the_rule()
    {
        using var submission = new Submission();

        ImportResult import = submission.WithSystem("board.json", "B").With("results/board/ad/performance/performance_results.txt", """
            00090.045 ulp-mlperf: Performance results for window 2:
            00090.045 ulp-mlperf:   # Inferences :       100000
            00090.045 ulp-mlperf:   Runtime      :       10.785 sec.
            00090.045 ulp-mlperf:   Throughput   :    9272.400 inf./sec.
            00090.045 ulp-mlperf: Cannot compute accuracy metrics in single-run mode.
            """).Import();

        PerformanceRecord performance = import.Records[0].Performance!;
        Assert.Equal(9272.4, performance.InferencesPerSecond);
        Assert.False(performance.RuleMet);
        Assert.Empty(import.Problems);
    }

    // v1.3 Qualcomm: the report has the median and nothing else.
    [Fact]
    public void Windows_that_the_report_leaves_out_are_those_of_the_log()
    {
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/vww/performance/results.txt", MedianOnly)
            .With("results/board/vww/performance/log.txt", MlCommonsLog(80_000, 10.279, 10.291, 10.278, 10.282, 10.290) + MedianOnly);

        ImportResult import = submission.Import();

        RunRecord record = Assert.Single(import.Records);
        Assert.Empty(import.Problems);
        Assert.Equal((7780.6, true), (record.Performance!.InferencesPerSecond, record.Performance.RuleMet));
        Assert.Equal([10.279, 10.291, 10.278, 10.282, 10.290], record.Performance.Windows.Select(window => window.Seconds));
        Assert.Contains(record.Evidence!.Notes!, note => note.Contains("the windows are those of the log", StringComparison.Ordinal));
        Assert.Equal(("80000", "10.278"), (PublishedRow.Of(record).PerformanceInferences, PublishedRow.Of(record).ShortestWindowSeconds));
        Assert.EndsWith("results.txt", record.Evidence.Performance, StringComparison.Ordinal);
    }

    // At its end the MLCommons runner's log tells every window again, without a clock and with all digits.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_that_tells_its_windows_twice_names_each_input_once(bool withReport)
    {
        const string again = """
            Performance results for window 1
            # Inferences : 250
            Runtime: 10.862042 sec.
            Throughput: 23.01593015383295 inf./sec.
            Performance results for window 2
            # Inferences : 250
            Runtime: 10.854678 sec.
            Throughput: 23.031544556181217 inf./sec.

            """;
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/kws/performance/log.txt", MlCommonsLog(250, 10.862042, 10.854678) + again);
        if (withReport)
            submission.With("results/board/kws/performance/results.txt", again);

        ImportResult import = submission.Import();

        Assert.Empty(import.Problems);
        Assert.Equal("in_0.bin in_1.bin", string.Join(' ', Assert.Single(import.Records).Performance!.Windows.Select(window => window.Input)));
        Assert.Equal([10.862042, 10.854678], import.Records[0].Performance!.Windows.Select(window => window.Seconds));
    }

    // v0.7 Alibaba: 0.031 s is anything from 0.0305 to 0.0315.
    [Theory]
    [InlineData("0.031", "324.370", 0)]
    [InlineData("0.031", "317.500", 0)]
    [InlineData("0.031", "331.000", 1)]
    [InlineData("10.000", "1.010", 1)]
    public void A_windows_throughput_that_its_rounded_run_time_cannot_give_is_listed(string seconds, string throughput, int problems)
    {
        using var submission = new Submission();

        ImportResult import = submission.WithSystem("board.json", "B").With("results/board/ic/performance/results.txt",
            $"Performance results for window 2:\n# Inferences : 10\nRuntime : {seconds} sec.\nThroughput : {throughput} inf./sec.\n").Import();

        Assert.Equal(problems, import.Problems.Count);
        Assert.All(import.Problems, problem => Assert.Contains($"for window 2, but its inferences and run time give", problem.Text, StringComparison.Ordinal));
    }

    private static string MlCommonsLog(int inferences, params double[] seconds) => "Device model retrieved: kws01\n" + string.Concat(seconds.Select((length, index) => string.Create(CultureInfo.InvariantCulture, $"""
        0809.001042 ulp-mlperf: Loading file in_{index}.bin segment 0
        Running inference with 10/{inferences} (warmup/measured) iterations ...
        0809.001055 ulp-mlperf: Performance results for window {index + 1}:
        0809.001055 ulp-mlperf:   # Inferences : {inferences,13}
        0809.001055 ulp-mlperf:   Runtime      : {length,10:F3} sec.
        0809.001055 ulp-mlperf:   Throughput   : {inferences / length,10:F3} inf./sec.
        0809.001055 ulp-mlperf:   m-results    : [0.017, 0.979]

        """)));
}
