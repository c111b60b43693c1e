namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>Lines as both runners print them.</summary>
public class LineTests
{
    [Theory]
    [InlineData("0726.010201 ulp-mlperf:   Runtime      :     10.862 sec.", "Runtime", 10.862)]
    [InlineData("    Runtime: 7.38098 sec.", "Runtime", 7.38098)]
    [InlineData("0726.010245 ulp-mlperf: Median throughput is     23.032 inf./sec.", "Median throughput is", 23.032)]
    [InlineData("00325.977 ulp-mlperf: AUC: 0.99", "AUC", 0.99)]
    [InlineData("  Elapsed time  : 10.886000000000001", "Elapsed time", 10.886000000000001)]
    [InlineData("Rate: 1.5e3 per hour", "Rate", 1500)]
    public void Reads_the_number_behind_a_label(string line, string label, double expected)
    {
        Assert.True(FigureLine.TryParse(line, label, out double value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("Runtime requirements have been met.", "Runtime")]
    [InlineData("Runtime: sec.", "Runtime")]
    [InlineData("Runtime: 1e999 sec.", "Runtime")]
    [InlineData("Runtime: 99,5", "AUC")]
    [InlineData("xRuntime: 1", "Runtime")]
    [InlineData("", "Runtime")]
    public void A_label_without_a_number_is_no_figure(string line, string label) => Assert.False(FigureLine.TryParse(line, label, out _));

    [Theory]
    [InlineData("00325.977 ulp-mlperf: Top-1: 90.1%", 90.1)]
    [InlineData("0726.010109 ulp-mlperf: Top 1% = 90.2", 90.2)]
    public void Reads_both_spellings_of_top_1(string line, double expected)
    {
        Assert.True(TopOneLine.TryParse(line, out double percent));
        Assert.Equal(expected, percent);
    }

    [Fact]
    public void Reads_the_start_of_a_window()
    {
        Assert.True(WindowLine.TryParse("00245.273 ulp-ml: Energy data for window 2 at time 2.77 for 12.95 sec.:", out WindowLine window));
        Assert.Equal(new WindowLine(Energy: true, 2, 12.95, 2.77), window);
        Assert.True(WindowLine.TryParse("Energy data for trial 0", out window));
        Assert.Equal(new WindowLine(Energy: true, 0, null), window);
        Assert.True(WindowLine.TryParse("0726.010201 ulp-mlperf: Performance results for window 10:", out window));
        Assert.Equal(new WindowLine(Energy: false, 10, null), window);
        Assert.False(WindowLine.TryParse("Performance results for all windows", out _));
    }

    [Theory]
    [InlineData("0726.010150 ulp-mlperf: Loading file tst_000000_Stop_7.bin segment 3", "tst_000000_Stop_7.bin", 3)]
    [InlineData("00025.607 parser: Command \"bload dut \"C:\\sets\\my data\\tst_000000_Stop_7.bin\"\"", "tst_000000_Stop_7.bin", 0)]
    [InlineData("00019.113 parser: Command \"bload dut \"/sets/ad01/normal_id_01_00000003_hist_librosa.bin\" 0 2560\"", "normal_id_01_00000003_hist_librosa.bin", 0)]
    public void Reads_the_sample_that_is_loaded(string line, string file, long part)
    {
        Assert.True(LoadLine.TryParse(line, out LoadLine load));
        Assert.Equal(new LoadLine(file, part), load);
    }

    [Theory]
    [InlineData("00025.607 sequencer: m-sequencing-i[5]-command[bload dut \"C:\\sets\\a.bin\"]-ack[x]")]
    [InlineData("00025.607 parser: Command \"bload dut \"C:\\sets")]
    [InlineData("Loading file")]
    public void Another_line_loads_nothing(string line) => Assert.False(LoadLine.TryParse(line, out _));

    [Fact]
    public void Reads_the_counts_of_a_streaming_run()
    {
        Assert.True(DetectionsLine.TryParse("Accuracy: 44 True positives, 6 False negatives, 4 False positives", out DetectionsLine found));
        Assert.Equal(new DetectionsLine(44, 6, 4), found);
        Assert.False(DetectionsLine.TryParse("Accuracy: 44 True positives, 6 False negatives", out _));
    }

    [Theory]
    [InlineData("00514.974 ulp-ml: e-[The run must take at least 10 seconds]", true)]
    [InlineData("ERROR: Not valid", true)]
    [InlineData("foo%e-[Unknown command: foo]", true)]
    [InlineData("00273.466 dut: m-profile-[ULPMark for tinyML Firmware V0.0.1]", false)]
    [InlineData("WARNING: Failed to get name.", false)]
    public void Tells_errors_from_messages(string line, bool expected) => Assert.Equal(expected, ErrorLine.TryParse(line, out _));

    [Fact]
    public void An_echo_before_a_message_does_not_hide_it()
    {
        RunText text = RunText.Parse("00001.000 dut: profile%m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\n00001.000 dut: m-model-[kws01]\r\n");
        Assert.Equal(("ULPMark for tinyML Firmware V0.0.1", "kws01"), (text.Profile, text.Model));
    }

    [Theory]
    [InlineData(114879046UL, 125741088UL, 10.862042)]
    [InlineData(4294960000UL, 2704UL, 0.01)]
    [InlineData(1621210033093134UL, 1621210045813010UL, 12.719876)]
    public void Laps_are_subtracted_modulo_2_to_32_unless_they_are_wider(ulong first, ulong second, double seconds)
    {
        RunText text = RunText.Parse($"00001.000 dut: m-infer-start-250\n00001.000 dut: m-lap-us-{first}\n00012.000 dut: m-lap-us-{second}\n00012.000 dut: m-infer-done\n");
        Assert.Equal(seconds, Assert.Single(text.Runs).Seconds!.Value, 9);
    }
}
