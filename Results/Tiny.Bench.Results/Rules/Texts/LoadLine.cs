namespace Tiny.Bench.Results.Rules.Texts;

/// <summary>A sample is sent to the device: <c>Loading file tst_000000_Stop_7.bin segment 0</c> (MLCommons), <c>Command "bload dut "path" 0 2560"</c> (EEMBC).</summary>
/// <param name="File">Name of the sample without folder.</param>
/// <param name="Part">Which part of the file, when it is cut into several inputs; 0 for the whole.</param>
internal readonly record struct LoadLine(string File, long Part)
{
    private const string Loading = "Loading file ";
    private const string Segment = " segment ";

    /// <summary>Reads the line. The part of an EEMBC file is told by the line <c>Starting at byte offset N</c> that follows.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out LoadLine load)
    {
        load = default;
        int at = line.IndexOf(Loading, StringComparison.Ordinal);
        if (at >= 0)
        {
            ReadOnlySpan<char> rest = line[(at + Loading.Length)..];
            int segment = rest.LastIndexOf(Segment, StringComparison.Ordinal);
            if (segment < 0 || !FigureLine.TryParseNumber(rest[(segment + Segment.Length)..], out double part))
                return false;
            load = new LoadLine(NameOf(rest[..segment]), (long)part);
            return load.File.Length > 0;
        }

        // The sequencer announces the command once more in another form; only the parser's line counts.
        at = line.IndexOf("Command \"bload", StringComparison.Ordinal);
        if (at < 0)
            return false;
        ReadOnlySpan<char> command = line[(at + "Command \"".Length)..];
        int open = command.IndexOf('"');
        int length = open < 0 ? -1 : command[(open + 1)..].IndexOf('"');
        if (length < 0)
            return false;
        load = new LoadLine(NameOf(command.Slice(open + 1, length)), 0);
        return load.File.Length > 0;
    }

    private static string NameOf(ReadOnlySpan<char> path) => path[(path.LastIndexOfAny('/', '\\') + 1)..].Trim().ToString();
}
