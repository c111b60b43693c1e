namespace Tiny.Bench.Results.Import.Lines;

/// <summary>The input that a runner loads: <c>Command "bload dut "C:\...\kws01\tst_000000_Stop_7.bin""</c>, or <c>Loading file tst_000000_Stop_7.bin segment 0</c>.</summary>
internal static class InputMessage
{
    private const string Command = "Command \"bload";
    private const string Loading = "Loading file ";
    private const string Segment = " segment ";

    /// <summary>The file's name without folders.</summary>
    public static bool TryParse(ReadOnlySpan<char> message, out string file)
    {
        file = "";
        ReadOnlySpan<char> path = [];
        if (message.StartsWith(Command, StringComparison.Ordinal))
        {
            // The path may hold blanks; what follows it are numbers.
            ReadOnlySpan<char> rest = message[Command.Length..];
            int open = rest.IndexOf('"');
            int length = open < 0 ? -1 : rest[(open + 1)..].IndexOf('"');
            if (length > 0)
                path = rest.Slice(open + 1, length);
        }
        else if (message.StartsWith(Loading, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = message[Loading.Length..];
            int segment = rest.IndexOf(Segment, StringComparison.Ordinal);
            path = segment < 0 ? rest : rest[..segment];
        }

        file = path[(path.LastIndexOfAny('/', '\\') + 1)..].Trim().ToString();
        return file.Length > 0;
    }
}
