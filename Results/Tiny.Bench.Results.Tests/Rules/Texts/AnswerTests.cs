using Tiny.Bench.Results.Import.Lines;

namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>Printed outputs, and which sample each belongs to.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("m-results-[0.023,0.977,]")]
    [InlineData("0726.005926 ulp-mlperf:   m-results    : [0.023, 0.977]")]
    [InlineData("infer 1 0%m-results-[2.3e-02, 0.977]")]
    [InlineData("m-results-[0.023000 0.977]")]
    public void Reads_the_values_however_they_are_written(string line)
    {
        Assert.True(AnswerMessage.TryParse(line, out bool found, out double[] values));
        Assert.True(found);
        Assert.Equal([0.023, 0.977], values);
    }

    [Theory]
    [InlineData("m-results-[0.023,0.9")]
    [InlineData("m-results-[NaN,0.9]")]
    [InlineData("m-results-[1e999]")]
    [InlineData("m-results-[]")]
    [InlineData("m-results-[0.0\uFFFD3,0.977]")]
    public void A_list_that_is_not_whole_is_found_and_not_read(string line)
    {
        Assert.False(AnswerMessage.TryParse(line, out bool found, out _));
        Assert.True(found);
    }

    [Fact]
    public void Colours_and_NULs_around_and_within_a_list_do_not_matter()
    {
        RunText text = RunText.Parse("Loading file a.bin segment 0\n\e[32mm-results-[\e[1m0.5,\e[0m0.2\05]\e[0m\r\n");
        PrintedAnswer answer = Assert.Single(text.Answers);
        Assert.Equal([0.5, 0.25], answer.Values!);
        Assert.Equal(("a.bin", 2), (answer.File, answer.Line));
    }

    [Fact]
    public void A_sample_is_known_by_its_name_without_folder_and_case()
    {
        AnswerSheet sheet = Sheet("""
            parser: Command "bload dut "C:\sets\Tst_1_A_0.bin""
            m-results-[1]
            Loading file tst_1_a_0.BIN segment 0
            m-results-[1.0]
            """);
        Assert.Equal([1.0], Assert.Single(sheet.Answers).Values!);
        Assert.Equal(1, sheet.Repeated);
    }

    [Fact]
    public void An_answer_that_contradicts_an_earlier_one_leaves_its_sample_without_any()
    {
        AnswerSheet sheet = Sheet("Loading file a segment 0\nm-results-[1]\nm-results-[1]\nm-results-[2]\nLoading file b segment 0\nm-results-[3]");
        Assert.Equal("b", Assert.Single(sheet.Answers).File);
        Assert.Equal(4, Assert.Single(sheet.Contradictions).Line);
        Assert.Null(sheet.Find("a", 0));
    }

    [Fact]
    public void A_torn_answer_counts_only_where_the_sample_has_no_whole_one()
    {
        AnswerSheet sheet = Sheet("Loading file a segment 0\nm-results-[1,\nLoading file a segment 0\nm-results-[1,2]\nLoading file b segment 0\nm-results-[3");
        Assert.Equal("a", Assert.Single(sheet.Answers).File);
        Assert.Equal("b", Assert.Single(sheet.Unreadable).File);
    }

    [Theory]
    [InlineData("m-warmup-start-10\nm-infer-start-250")]
    [InlineData("m-warmup-start-10\nm-infer-start-1")]
    [InlineData("Running inference with 1/250 (warmup/measured) iterations ...")]
    public void What_is_printed_after_several_inferences_is_no_answer_where_there_is_one(string several)
    {
        string twice = $"Loading file a segment 0\n{several}\nm-results-[9]\nLoading file a segment 0\nm-warmup-start-0\nm-infer-start-1\nm-results-[1]\n";
        Assert.Equal([1.0], Assert.Single(Sheet(twice).Answers).Values!);
        Assert.Equal([9.0], Assert.Single(Sheet($"Loading file a segment 0\n{several}\nm-results-[9]").Answers).Values!);
    }

    [Fact]
    public void An_answer_before_every_sample_belongs_to_none() => Assert.Equal(1, Sheet("m-results-[1]").WithoutSample);

    private static AnswerSheet Sheet(string log) => AnswerSheet.Of(RunText.Parse(log).Answers);
}
