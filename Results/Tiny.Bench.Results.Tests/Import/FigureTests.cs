using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>How figures are read and computed.</summary>
public sealed class FigureTests
{
    [Fact]
    public void Computes_windows_from_laps_where_there_is_no_report()
    {
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/kws/performance/log.txt", Submission.Log((0, 12_500_000), (20_000_000, 30_000_000), (0, 20_000_000)));

        ImportResult import = submission.Import();
        RunRecord record = Assert.Single(import.Records);

        Assert.Empty(import.Problems);
        Assert.Equal([12.5, 10, 20], record.Performance!.Windows.Select(window => window.Seconds));
        Assert.Equal("tst_000001_Stop_7.bin", record.Performance.Windows[1].Input);
        Assert.Equal(125_000, record.Performance.MedianLatencyMicroseconds);
        Assert.Equal("EEMBC 3.0.6", record.Submission!.Runner);
        Assert.Contains("computed from m-lap-us", Assert.Single(record.Evidence!.Notes!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(uint.MaxValue, 9_999_999, 10)]
    [InlineData(4_290_000_000, 5_032_704, 10)]
    [InlineData(1_621_210_033_093_134, 1_621_210_043_093_134, 10)]
    public void Subtracts_laps_modulo_2_to_the_32_and_clocks_of_64_bits_plainly(ulong first, ulong last, double seconds)
    {
        var exchange = new Exchange(1, null, 1) { Laps = { first, last } };
        Assert.Equal(seconds, exchange.Seconds);
    }

    [Fact]
    public void A_64_bit_clock_that_runs_backwards_gives_no_time() =>
        Assert.Null(new Exchange(1, null, 1) { Laps = { 1UL << 40, 5 } }.Seconds);

    [Fact]
    public void The_report_wins_over_the_log_and_a_disagreement_is_listed()
    {
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/kws/performance/results.txt", Submission.Performance())
            .With("results/board/kws/performance/log.txt", Submission.Log((0, 11_000_000), (0, 11_000_000), (0, 11_000_000), (0, 11_000_000), (0, 11_000_000)));

        ImportResult import = submission.Import();

        Assert.Equal(8, import.Records[0].Performance!.InferencesPerSecond);
        Assert.True(import.Records[0].Performance!.RuleMet);
        Assert.Contains("the laps in the log give 9.09091; the report is taken", Assert.Single(import.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_median_that_its_windows_do_not_give_is_listed()
    {
        using var submission = new Submission();
        string report = Submission.Performance().Replace("Median throughput is 8.000", "Median throughput is 9.000", StringComparison.Ordinal);

        ImportProblem problem = Assert.Single(submission.WithSystem("board.json", "B").With("results/board/kws/performance/results.txt", report).Import().Problems);

        Assert.Contains("prints a median of 9 inf./sec., but its windows give 8", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_cut_short_is_listed_with_its_line_and_not_taken()
    {
        using var submission = new Submission();
        string report = Submission.Performance();

        ImportResult import = submission.WithSystem("board.json", "B")
            .With("results/board/kws/performance/results.txt", report[..(report.IndexOf("8.000 inf./sec.\n", report.Length - 20, StringComparison.Ordinal) + 1)]).Import();

        Assert.Equal(8, import.Records[0].Performance!.InferencesPerSecond);
        Assert.Equal(21, Assert.Single(import.Problems).Line);
        Assert.Contains("computed from the windows", Assert.Single(import.Records[0].Evidence!.Notes!, note => note.Contains("median", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Computes_top_1_from_answers_where_names_tell_the_class()
    {
        using var submission = new Submission();
        submission.With("results/board/kws/accuracy/accuracy_log.txt", Submission.Log((0, 1), (0, 1)).Replace("000001_Stop_7", "000001_Down_0", StringComparison.Ordinal));

        RunRecord record = Assert.Single(submission.Import().Records);

        Assert.Equal((2, 1, 0.5), (record.Quality!.Samples, record.Quality.Correct, record.Quality.Accuracy));
        Assert.Null(record.Quality.Auc);
    }

    [Fact]
    public void Does_not_take_the_number_in_an_images_name_for_its_class()
    {
        using var submission = new Submission();
        submission.With("results/board/ic/accuracy/log.txt", Submission.Log((0, 1)).Replace("tst_000000_Stop_7", "emu_s_000003", StringComparison.Ordinal));

        ImportResult import = submission.Import();

        Assert.Empty(import.Records);
        Assert.Contains(import.Problems, problem => problem.Text.Contains("\"emu_s_000003.bin\" tells no class", StringComparison.Ordinal));
    }

    [Fact]
    public void Top_1_of_anomaly_detection_is_the_mean_of_precision_and_recall()
    {
        using var submission = new Submission();

        QualityRecord quality = submission.With("results/board/ad/accuracy/results.txt", "0725.174400 ulp-mlperf: Top 1% = 77.8\r\n0725.174400 ulp-mlperf: AUC = 0.862\r\n").Import().Records[0].Quality!;

        Assert.Equal((null, 0.778, 0.862), (quality.Accuracy, quality.PrecisionRecall, quality.Auc));
    }

    [Fact]
    public void A_streaming_system_without_a_performance_run_is_heard_in_its_energy_run()
    {
        using var submission = new Submission();
        const string report = """
            Power Edition Output
            Energy data for trial 0
              Elapsed time  : 1203.165
              Inferences    : 1
              Power         : 0.5067 mW.
              Total Energy  : 609600.1 uJ
            Accuracy: 46 True positives, 4 False negatives, 5 False positives
            Average duty cycle: 0.021792
            Average period: 0.0321 s
            Estimated throughput: 1430.80 inf./sec.
            """;
        submission.With("systems/board.json", """{ "Hardware Notes": "Operating at 1.0 V, SMPS" }""").With("results/board/sww/energy/results.txt", report);

        ImportResult import = submission.Import();
        RunRecord record = Assert.Single(import.Records);

        Assert.Empty(import.Problems);
        Assert.Equal((46, 4, 5), (record.Streaming!.TruePositives, record.Streaming.FalseNegatives, record.Streaming.FalsePositives));
        Assert.Equal((0.5067, 1.0, "1.0"), (record.Energy!.PowerMilliwatts, record.Energy.VoltageVolts, record.Energy.VoltageAsDescribed));
        Assert.Null(record.Evidence!.Performance);
        Assert.Equal("1.0 (from system json notes)", PublishedRow.Of(record).Voltage);
    }

    [Theory]
    [InlineData("Operating at 3 V with external SMPS", "3")]
    [InlineData("Operating at 1.8V / SMPS", "1.8")]
    [InlineData("Core VDD = 1.0V, VDD_IO = 1.8V", "1.0")]
    [InlineData("VOUT of the board", null)]
    [InlineData("takes 5 VA", null)]
    [InlineData("", null)]
    public void Finds_the_voltage_in_hardware_notes(string notes, string? volts) => Assert.Equal(volts, SystemDescription.VoltageIn(notes));

    [Fact]
    public void Says_when_the_board_has_another_model_than_the_folder()
    {
        using var submission = new Submission();
        submission.WithSystem("board.json", "B").With("results/board/kws/performance/log.txt", "00001.000 dut: m-model-[vww01]\n" + Submission.Log((0, 12_500_000)));
        Assert.Contains("names its model \"vww01\"", Assert.Single(submission.Import().Problems).Text, StringComparison.Ordinal);
    }
}
