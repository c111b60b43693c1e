namespace Tiny.Bench.Results.Import.Lines;

/// <summary>A line of a log: <c>00049.562 dut: m-lap-us-34381184</c>. A line without clock and source is all message.</summary>
/// <remarks>Source: spec/mlperf-tiny.md section 2.3. The EEMBC runner's clock has three decimals, the MLCommons runner's six.</remarks>
internal readonly ref struct LogLine
{
    /// <summary>Decimals of the MLCommons runner's clock. At the end of its log it repeats the report without a clock.</summary>
    public const int MlCommonsDecimals = 6;

    private const int EembcDecimals = 3;
    private const string BoardBehindInterface = "[dut]:";

    private LogLine(int clockDecimals, ReadOnlySpan<char> source, ReadOnlySpan<char> message)
    {
        ClockDecimals = clockDecimals;
        Source = source;
        Message = message;
    }

    /// <summary>Decimals of the clock; 0 when the line has none.</summary>
    public int ClockDecimals { get; }

    /// <summary>Who speaks: <c>dut</c>, <c>parser</c>, <c>emon</c>; empty when the line does not say. A board behind an interface is <c>dut</c> too.</summary>
    public ReadOnlySpan<char> Source { get; }

    /// <summary>The rest, without blanks and carriage return at its ends.</summary>
    public ReadOnlySpan<char> Message { get; }

    /// <summary>Cuts a line.</summary>
    public static LogLine Of(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = line.Trim();
        int blank = text.IndexOf(' ');
        if (blank <= 0 || !TryParseClock(text[..blank], out int decimals))
            return new LogLine(0, [], text);
        ReadOnlySpan<char> rest = text[(blank + 1)..];
        int colon = rest.IndexOf(':');
        if (colon <= 0 || rest[..colon].Contains(' '))
            return new LogLine(decimals, [], rest.TrimStart());
        ReadOnlySpan<char> message = rest[(colon + 1)..].TrimStart();
        return message.StartsWith(BoardBehindInterface, StringComparison.Ordinal)
            ? new LogLine(decimals, "dut", message[BoardBehindInterface.Length..].TrimStart())
            : new LogLine(decimals, rest[..colon], message);
    }

    private static bool TryParseClock(ReadOnlySpan<char> text, out int decimals)
    {
        int dot = text.IndexOf('.');
        decimals = text.Length - dot - 1;
        if (dot <= 0 || decimals is not (EembcDecimals or MlCommonsDecimals))
            return false;
        for (int index = 0; index < text.Length; index++)
        {
            if (index != dot && !char.IsAsciiDigit(text[index]))
                return false;
        }

        return true;
    }
}
