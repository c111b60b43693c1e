namespace Tiny.Bench.Cli.OwnTask;

/// <summary>A fenced block of a page: <c>```json suite.json</c> has the language json and the file suite.json.</summary>
internal sealed record PageBlock(string Language, string File, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";

    public string Text => string.Join('\n', Lines) + "\n";

    public static IReadOnlyList<PageBlock> Of(string page)
    {
        var blocks = new List<PageBlock>();
        List<string>? lines = null;
        foreach (string line in page.Split('\n'))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                lines?.Add(line);
            }
            else if (lines is null)
            {
                lines = [];
                string[] words = line[Fence.Length..].Split(' ', 2);
                blocks.Add(new PageBlock(words[0], words.Length > 1 ? words[1] : "", lines));
            }
            else
            {
                lines = null;
            }
        }

        return blocks;
    }
}
