using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Markdown;

public class MarkedBlockTests
{
    [Fact]
    public void Leaves_all_around_the_block_as_it_is() => Assert.Equal(
        $"before\r\n{MarkedBlock.Begin}\n\nnew\nblock\n\n{MarkedBlock.End}\nafter",
        MarkedBlock.Replace("r.md", $"before\r\n{MarkedBlock.Begin}\nold\n{MarkedBlock.End}\nafter", "new\nblock\n"));

    [Fact]
    public void Refreshing_twice_changes_nothing_more()
    {
        string once = MarkedBlock.Replace("r.md", $"{MarkedBlock.Begin}\n{MarkedBlock.End}\n", "block\n");
        Assert.Equal(once, MarkedBlock.Replace("r.md", once, "block\n"));
    }

    [Theory]
    [InlineData("no marks", 0, 0)]
    [InlineData($"{MarkedBlock.Begin}\n{MarkedBlock.Begin}\n{MarkedBlock.End}", 2, 1)]
    [InlineData($"{MarkedBlock.End}\n{MarkedBlock.Begin}", 1, 1)]
    [InlineData($"text {MarkedBlock.Begin}\n{MarkedBlock.End}", 0, 1)]
    public void Refuses_a_file_without_one_pair_of_marks(string text, int begins, int ends)
    {
        var error = Assert.Throws<RecordException>(() => MarkedBlock.Replace("r.md", text, "block"));
        Assert.StartsWith("r.md", error.Message, StringComparison.Ordinal);
        Assert.Contains($"has {begins} lines", error.Message, StringComparison.Ordinal);
        Assert.Contains($"and {ends} lines", error.Message, StringComparison.Ordinal);
    }
}
