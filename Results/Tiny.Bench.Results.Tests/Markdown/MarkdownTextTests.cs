namespace Tiny.Bench.Results.Markdown;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("plain text, 1.5 %", "plain text, 1.5 %")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("<script>", @"\<script\>")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData(@"x\| *y* [z](u)", @"x\\\| \*y\* \[z\](u)")]
    public void Text_stands_for_itself_in_one_line(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void A_path_cannot_end_its_link() =>
        Assert.Equal(@"[a\]](x/y%29%20%5Bz%5D.json)", MarkdownText.Link("a]", "x/y) [z].json"));

    [Fact]
    public void A_table_aligns_its_numbers_to_the_right()
    {
        var output = new StringWriter();
        MarkdownText.Table(output, ["name", ">value"], [["a", "1"], ["b", "2"]]);
        Assert.Equal("| name | value |\n| --- | --: |\n| a | 1 |\n| b | 2 |\n\n", output.ToString());
    }
}
